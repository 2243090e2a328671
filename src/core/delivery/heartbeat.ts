/** Between two signs of life of whoever is at work on an import, in ms. */
export const heartbeatMs = 5_000;
