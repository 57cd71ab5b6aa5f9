/**
 * Does work with CDKTF and returns what it gives. CDKTF records where each token was made, a third of the whole time,
 * and offers no switch. Errors keep their stack: the engine does not go through this function.
 */
export function withoutTokenStacks<T>(work: () => T): T {
  const { captureStackTrace } = Error;
  Error.captureStackTrace = () => {};
  try {
    return work();
  } finally {
    Error.captureStackTrace = captureStackTrace;
  }
}
