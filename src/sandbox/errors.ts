/** An answer that is an error: thrown by the endpoints, turned into the documented body by the server. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    /** HTTP status. */
    readonly status: number,
    /** The documented text, which becomes `msg`. */
    message: string,
    /** The documented code; the API has errors without one. */
    readonly code?: number,
    /** Further headers of the answer. */
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }

  /** The body in the API's error shape: `{"errors":[{"msg":"…","code":4002}]}`. */
  get body(): unknown {
    return { errors: [{ msg: this.message, ...(this.code !== undefined && { code: this.code }) }] };
  }
}

/** 401: the client ID or the stream ID is unknown. The API answers both alike. */
export const invalidCredentials = () => new ApiError(401, 'Invalid SDK credentials', 4002);

/** 401: no token, no JWT, another algorithm than HS256, a wrong signature, or outside its time. */
export const invalidToken = () => new ApiError(401, 'Invalid JWT token', 4002);

/** 400: the body holds no file `result_file`, or one that is no CSV with the six columns. */
export const csvFormatIncorrect = () => new ApiError(400, 'CSV format is incorrect');

/**
 * 412: the file could be read but its values could not be taken. The API documents the first two words; which rows
 * it names, and how, is unknown.
 */
export const validationErrors = (details: string) => new ApiError(412, `Validation errors: ${details}`, 412);

/** 412: a query parameter is not what it should be. */
export const invalidArguments = (details: string) => new ApiError(412, `Invalid arguments: ${details}`, 412);

/** 404: no such path. Only the status is known of the API's own answer. */
export const notFound = () => new ApiError(404, 'Not Found', 404);

/** 405: the path exists, the method does not. */
export const methodNotAllowed = (allowed: string) =>
  new ApiError(405, 'Method Not Allowed', 405, { allow: allowed });

/** 413: the body is larger than the server takes. Nothing of it was stored. */
export const tooLarge = () => new ApiError(413, 'Request Entity Too Large', 413);

/** 429 with the documented text; `Retry-After`, in whole seconds, is an assumption. */
export const rateLimited = (retryAfterSeconds: number) =>
  new ApiError(
    429,
    "You've exceeded the per-minute rate limit. Please wait for sometime before retrying.",
    429,
    { 'retry-after': String(retryAfterSeconds) },
  );
