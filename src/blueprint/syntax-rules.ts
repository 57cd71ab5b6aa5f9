/** A rule about the text or the shape of a blueprint, before anything is known of the network in it. */
export interface SyntaxRule {
  readonly id: string;
  readonly title: string;
  /** Why it is a mistake, in one or two sentences. */
  readonly why: string;
  /** What to do about it. */
  readonly hint: string;
}

/** All rules of reading a blueprint, sorted by id. Ids are never reused. */
export const syntaxRules = [
  {
    id: "environment/unknown-environment",
    title: "An environment that is asked for is none of the blueprint's",
    why: "Behind the # of a path stands the name of one of its environments, of which only that one's stack is looked at.",
    hint: "Write one of the names in environments, or the path alone for all of them.",
  },
  {
    id: "environment/unknown-name",
    title: "An environment changes something that the blueprint does not have",
    why: "An environment has other values for what the blueprint describes, and makes nothing of its own: so all environments have the same parts, and a reader who knows one knows all.",
    hint: "Correct the name, or write what it is to change outside of environments.",
  },
  {
    id: "include/contents",
    title: "An included file is something else than a map of sections",
    why: "It holds sections of blueprints and is no blueprint itself. It includes nothing, so that a reader has two files to open and no circle can be.",
    hint: "Write sections as in a blueprint, without apiVersion, name and include.",
  },
  {
    id: "include/defined-twice",
    title: "One key stands in the blueprint and in a file that it includes",
    why: "One of the two would be lost, and a reader of one file could not know which. Nothing that is included is ever replaced.",
    hint: "Keep one of the two; what differs between stacks stays out of the included file.",
  },
  {
    id: "include/unknown-section",
    title: "An included file does not have a section that is named",
    why: "What is included is named, so that the blueprint says what it has. A misspelled name would include nothing.",
    hint: "Write the place of a section of the file, such as network.securityGroups.",
  },
  {
    id: "include/unreadable",
    title: "An included file cannot be read",
    why: "It is a plain file below the blueprint's folder. A symbolic link is refused on the whole way to it: what is behind one can be outside the repository, where no reviewer looks, and change without a trace.",
    hint: "Write the path from the blueprint's folder, and put the file there.",
  },
  {
    id: "schema/bad-name",
    title: "A key is no valid name",
    why: "Names which the author invents become part of Terraform addresses and of AWS names, and zones are keyed by their letter.",
    hint: "Use 1 to 32 lower-case letters, digits and hyphens, beginning with a letter.",
  },
  {
    id: "schema/choose-one",
    title: "Not exactly one of several alternatives is chosen",
    why: "A choice is a map with exactly one key: two keys contradict each other, none leaves the question open.",
    hint: "Keep exactly one of the keys which the message lists.",
  },
  {
    id: "schema/duplicate-item",
    title: "A list names the same thing twice",
    why: "The second one would be made twice or mean nothing: mostly one of the two should be another.",
    hint: "Delete or correct one of the two.",
  },
  {
    id: "schema/empty-list",
    title: "A list or a map has too few entries",
    why: "Something that needs at least one entry has none: a load balancer without listeners, a group without subnets.",
    hint: "Add an entry, or leave the whole key out.",
  },
  {
    id: "schema/missing-key",
    title: "A required key is missing",
    why: "There is no default which would be right for everyone.",
    hint: "Add the key.",
  },
  {
    id: "schema/not-one-of",
    title: "A value is none of those which are possible",
    why: "AWS, or this format, knows only the values which the message lists.",
    hint: "Use one of the values listed, spelled as they are.",
  },
  {
    id: "schema/out-of-range",
    title: "A number is too small or too large",
    why: "AWS refuses numbers outside the range.",
    hint: "Use a number in the range which the message tells.",
  },
  {
    id: "schema/pattern",
    title: "A text does not have the form it needs",
    why: "The form is fixed by AWS or by the format: an id begins with its kind, a date is written YYYY-MM-DD.",
    hint: "Write it in the form which the message tells.",
  },
  {
    id: "schema/too-long",
    title: "A text is too long",
    why: "AWS refuses texts of more characters.",
    hint: "Shorten it.",
  },
  {
    id: "schema/too-many",
    title: "A list or a map has too many entries",
    why: "AWS takes no more.",
    hint: "Delete entries, or split them up.",
  },
  {
    id: "schema/too-short",
    title: "A text is empty or too short",
    why: "An empty text says nothing, and a reason in one word does not help who reads it in a year.",
    hint: "Write more, or leave the key out where it is optional.",
  },
  {
    id: "schema/unknown-key",
    title: "A key is not known where it stands",
    why: "A key which nobody reads is mostly a typo, or stands at the wrong level: what it should do would silently not be done.",
    hint: "Correct the spelling or move the key; notes of your own go under a root key which begins with x-.",
  },
  {
    id: "schema/wrong-level",
    title: "Keys stand one level too deep or too high",
    why: "A key has its place: the same word one level further in or out is another thing, or none.",
    hint: "Indent the keys as the message says, with all that is in them.",
  },
  {
    id: "schema/wrong-type",
    title: "A value has the wrong type",
    why: "A list, a map, a text, a number, and true or false are different things in YAML; quotes make a text of a number.",
    hint: "Write the type which the message tells. An empty map is {}.",
  },
  {
    id: "yaml/alias",
    title: "An alias cannot be used",
    why: "It has no anchor before it, stands inside what it stands for, or unfolds to more values than a blueprint can have.",
    hint: "Correct the anchor's name, or write the value out.",
  },
  {
    id: "yaml/conflict",
    title: "A merge is not finished",
    why: "git writes both versions of what two people changed into the file, between lines of <, = and >.",
    hint: "Keep what is right of the two versions, and delete the lines of <, = and >.",
  },
  {
    id: "yaml/duplicate-key",
    title: "A key stands twice in one map",
    why: "One of the two would silently win.",
    hint: "Keep one of the two.",
  },
  {
    id: "yaml/empty",
    title: "The blueprint is empty",
    why: "A file with nothing but white space and comments describes no stack.",
    hint: "Begin with apiVersion, name, region and network.",
  },
  {
    id: "yaml/forbidden-character",
    title: "A character which cannot be seen is in the text",
    why: "Control, direction and private use characters make a text look different from what it says.",
    hint: "Delete the character.",
  },
  {
    id: "yaml/forbidden-key",
    title: "A key cannot be used",
    why: "Keys are strings; merge keys are not part of YAML 1.2, and names which every JavaScript object has are dangerous.",
    hint: "Write a plain word, or quote the key.",
  },
  {
    id: "yaml/multiple-documents",
    title: "The file holds more than one document",
    why: "One file is one stack.",
    hint: "Move the other documents to files of their own.",
  },
  {
    id: "yaml/not-a-map",
    title: "The blueprint is not a map",
    why: "At the top of a blueprint stand keys with values.",
    hint: "Begin with apiVersion, name, region and network.",
  },
  {
    id: "yaml/number",
    title: "A number is read differently from what is written",
    why: "YAML reads 0x10 as 16 and 010 as 10, and cuts off digits of long numbers; other readers do something else.",
    hint: "Write a plain decimal number, or quote what is meant as a text.",
  },
  {
    id: "yaml/syntax",
    title: "The text is not YAML",
    why: "The YAML parser cannot read it.",
    hint: "Look for missing brackets, quotes, colons or indentation at the place shown or shortly before it.",
  },
  {
    id: "yaml/tab",
    title: "A tab is used for indentation",
    why: "YAML allows spaces only, because tabs have no fixed width.",
    hint: "Indent with spaces.",
  },
  {
    id: "yaml/tag",
    title: "A value has a YAML tag",
    why: "Tags such as !name or !!binary change how a value is read; a blueprint needs none.",
    hint: "Leave the tag out.",
  },
  {
    id: "yaml/too-deep",
    title: "Too many maps and lists lie in each other",
    why: "No blueprint nests more than 64 deep: the file is damaged or made to do harm.",
    hint: "Look for brackets which are never closed.",
  },
  {
    id: "yaml/too-large",
    title: "The file is too large",
    why: "A blueprint of more than a million characters is no blueprint.",
    hint: "Split it into several blueprints.",
  },
  {
    id: "yaml/unquoted-ipv6",
    title: "An IPv6 address is not quoted",
    why: "Colons have a meaning in YAML: [fd00::] is read as a map, fd00:: is an error, and fd00::/8 is read rightly by luck.",
    hint: 'Quote all IPv6 addresses: "fd00::/8".',
  },
] as const satisfies readonly SyntaxRule[];

/** The id of a rule about the text or the shape of a blueprint. */
export type SyntaxRuleId = (typeof syntaxRules)[number]["id"];
