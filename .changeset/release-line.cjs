// How `changeset version` writes a change into CHANGELOG: what it says, without commit and author.

/** @param {{ summary: string }} changeset */
async function getReleaseLine({ summary }) {
  return `- ${summary.trim().replaceAll("\n", "\n  ")}`;
}

async function getDependencyReleaseLine() {
  return "";
}

module.exports = { getReleaseLine, getDependencyReleaseLine };
