/* global fetch, setTimeout, WebSocket */
// node hostProbe.mjs PID FILE: has the extension host write down, several times a second, how much memory it has, how long
// it was busy without a pause, and its longest collection of garbage. Without a file, has it collect its garbage. Needs a Node that has WebSocket.
const [pid, file] = process.argv.slice(2);
process.kill(Number(pid), 'SIGUSR1');

const probe = `(() => {
  const fs = process.getBuiltinModule('node:fs');
  const tick = 5;
  let [at, cpu, most, collection] = [performance.now(), process.cpuUsage(), 0, 0];
  const { PerformanceObserver } = process.getBuiltinModule('node:perf_hooks');
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) collection = Math.max(collection, duration);
  }).observe({ entryTypes: ['gc'] });
  setInterval(() => {
    const now = performance.now();
    const spent = process.cpuUsage(cpu);
    // Whichever is shorter: on a busy machine the clock tells of others, and the processor of other threads.
    most = Math.max(most, Math.min(now - at, (spent.user + spent.system) / 1000) - tick);
    [at, cpu] = [now, process.cpuUsage()];
  }, tick).unref();
  setInterval(() => {
    const { heapUsed, external } = process.memoryUsage();
    const sample = { at: Date.now(), used: heapUsed + external, most, collection };
    fs.appendFileSync(${JSON.stringify(file)}, JSON.stringify(sample) + '\\n');
    most = collection = 0;
  }, 100).unref();
})()`;

for (let tries = 0; ; tries++) {
  const targets = await fetch('http://127.0.0.1:9229/json').then(
    (answer) => answer.json(),
    () => undefined,
  );
  if (targets === undefined && tries < 50) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    continue;
  }
  const socket = new WebSocket(targets[0].webSocketDebuggerUrl);
  await new Promise((resolve) => socket.addEventListener('open', resolve));
  const told = new Promise((resolve) => socket.addEventListener('message', resolve));
  const request =
    file === undefined
      ? { method: 'HeapProfiler.collectGarbage' }
      : { method: 'Runtime.evaluate', params: { expression: probe } };
  socket.send(JSON.stringify({ id: 1, ...request }));
  await told;
  process.exit();
}
