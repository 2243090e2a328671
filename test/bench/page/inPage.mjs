/* global atob, document, performance, requestAnimationFrame, window, MessageChannel */
// Put into a page before it is measured. All times are by the page's clock, in ms.

/** Resolves when what has been changed is on the screen. */
const painted = () =>
  new Promise((resolve) =>
    requestAnimationFrame(() => {
      // A frame is drawn after the last callback for it: the next task comes behind that.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(0);
    }),
  );

let unpacked = [];

globalThis.bench = {
  /** How long something takes until it is seen. */
  async untilPainted(act) {
    const begun = performance.now();
    act();
    await painted();
    return performance.now() - begun;
  },

  /** Waits until a page shows something, a minute at most: what is not there by then does not come. */
  async until(what, isShown) {
    const begun = performance.now();
    while (!isShown()) {
      if (performance.now() - begun > 60_000) throw new Error(`The page does not show ${what}.`);
      await painted();
    }
  },

  /** Takes messages as texts, with bytes in base64, to be delivered later. */
  unpack(texts) {
    unpacked = texts.map((text) =>
      JSON.parse(text, (_, value) =>
        value?.base64 === undefined
          ? value
          : Uint8Array.from(atob(value.base64), (unit) => unit.charCodeAt(0)),
      ),
    );
  },

  /** Delivers them as VS Code does, each by itself. @returns how long that takes until the last one is seen */
  async deliver() {
    const begun = performance.now();
    for (const message of unpacked) {
      const taken = new Promise((resolve) => window.addEventListener('message', resolve, { once: true }));
      window.postMessage(message);
      await taken;
    }
    unpacked = [];
    await painted();
    return performance.now() - begun;
  },

  /**
   * Scrolls down by as much at each frame, and up again at the end.
   * @returns how long each frame took, and the most elements that there were
   */
  async scroll(scroller, px, frames) {
    const took = [];
    let [last, direction, elements] = [await frame(), 1, 0];
    for (let at = 0; at < frames; at++) {
      const before = scroller.scrollTop;
      scroller.scrollTop += direction * px;
      if (scroller.scrollTop === before) direction = -direction;
      const now = await frame();
      took.push(now - last);
      last = now;
      elements = Math.max(elements, document.querySelectorAll('*').length);
    }
    return { took, elements };
  },
};

const frame = () => new Promise((resolve) => requestAnimationFrame(() => resolve(performance.now())));
