/** The part that talks to streams: loaded on first use, see lateParts in esbuild.js. Its types may be imported anywhere. */
export const loadDelivery = () => import('../core/delivery/index');
