/**
 * The window in which requests are counted, in ms: the documented minute, and a second more, for requests do not take
 * equally long on their way, and the stream counts them when they arrive.
 */
export const windowMs = 61_000;
