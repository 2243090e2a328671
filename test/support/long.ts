/** Whether the long runs are wanted, which `npm run test:long` asks for. */
export const isLong = process.env['TEST_LONG'] === '1';
