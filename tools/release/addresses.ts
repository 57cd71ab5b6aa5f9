/** Where a package says that its source, its page and its problems are; `private` where nobody has said it. */
export type Addresses =
  | { readonly private: true }
  | {
      readonly repository: { readonly type: "git"; readonly url: string };
      readonly homepage: string;
      readonly bugs: { readonly url: string };
    };

/**
 * The addresses in a manifest, by that of the repository on GitHub. Without one the package is private, and `npm publish`
 * refuses it: a guess could be somebody else's. Throws for what is no such address.
 */
export function addressesOf(repository: string | undefined): Addresses {
  if (repository === undefined) return { private: true };
  if (!/^https:\/\/[\w.-]+\/[\w-][\w.-]*\/[\w-][\w.-]*$/.test(repository) || repository.endsWith(".git"))
    throw new Error(`${repository} is no address such as https://github.com/<owner>/hextet`);
  return {
    repository: { type: "git", url: `git+${repository}.git` },
    homepage: `${repository}#readme`,
    bugs: { url: `${repository}/issues` },
  };
}
