/** What an error code of the operating system means, in words for the user. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or folder, or it is a symbolic link to nothing",
  ELOOP: "the symbolic link leads back to itself",
  EACCES: "no permission",
  EPERM: "the operation is not permitted",
  EROFS: "the file system is read-only",
  ENOSPC: "no space is left on the device",
  EDQUOT: "the disk quota is used up",
  ENOTDIR: "a part of the path is no folder",
  EISDIR: "it is a folder",
  EEXIST: "something else stands there",
  ENOTEMPTY: "the folder is not empty",
  EMFILE: "too many files are open",
  ENAMETOOLONG: "the name is too long",
  ENXIO: "it is a socket or a device that does not answer",
};

/** True for errors that the operating system gave: no bug of ours, but a finding. */
export function isFileError(error: unknown): error is NodeJS.ErrnoException & { readonly code: string } {
  return error instanceof Error && "syscall" in error && "code" in error && typeof error.code === "string";
}

/** Why a file operation failed, in words, with the code of the operating system. Other errors are thrown again. */
export function reasonOf(error: unknown): string {
  if (!isFileError(error)) throw error;
  const reason = REASONS[error.code];
  return reason === undefined ? error.message : `${reason} (${error.code})`;
}

/** True when what was asked for does not exist. */
export function isMissing(error: unknown): boolean {
  return isFileError(error) && error.code === "ENOENT";
}
