// SPDX-License-Identifier: EUPL-1.2
import { random } from "./bytes.js";
import { normalise } from "./stretching.js";
import { wordsFrom } from "./words.js";

/** Passphrases: made and judged. */

const LEAST = 12;
const MOST = 256;
const LEFT = 5;

/** Parts of guesses that everybody tries first; a passphrase is judged by what is left without them. */
const COMMON = `
abc123 access account admin administrator andrew ashley asdfghjkl autumn banana baseball basketball batman
buster charlie cheese chocolate coach coaching computer confidant daniel default dragon flower football
freedom george guest hannah harley hello hunter iloveyou jennifer jessica jordan killer letmein liverpool
login london love loveme lovely maggie manchester master matthew mentor mentoring michael michelle monkey
mustang mypassword nicole orange pa55word passphrase passw0rd password pepper pokemon princess private
purple qazwsx qwerty qwertyuiop rainbow robert samsung secret shadow soccer spring starwars summer sunshine
superman sweetheart temporary test thomas tigger trustno1 wales welcome whatever william winter yellow
zxcvbnm january february march april june july august september october november december monday tuesday
wednesday thursday friday saturday sunday`
  .trim().split(/\s+/).sort((a, b) => b.length - a.length || (a < b ? -1 : 1));

const LOOKALIKE = { 0: "o", 1: "l", 3: "e", 4: "a", 5: "s", 7: "t", "@": "a", $: "s", "!": "i" };

/** Five words of the list, 55 bits, with single spaces. */
export const makePassphrase = () => wordsFrom(random(7), 5).join(" ");

/**
 * Why a passphrase is refused: `short`, `long`, `common`, or null when it is good enough. Words that others know of
 * this person (name, address, pool) are taken away as common ones are.
 * @param {string} text
 * @param {string[]} [known]
 */
export function judge(text, known = []) {
  const points = [...normalise(text)];
  if (points.length < LEAST) return "short";
  if (points.length > MOST) return "long";
  const left = [plain(points.join("")), folded(points.join(""))].map((form) => remainder(form, known.map(plain)));
  return Math.min(...left) < LEFT ? "common" : null;
}

/** @param {string} text */
const plain = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}@$!]/gu, "");

/** @param {string} text */
const folded = (text) => plain(text).replace(/[013457@$!]/g, (sign) => LOOKALIKE[/** @type {any} */ (sign)]);

/** How many signs are left without common parts, runs, and repeats. @param {string} form @param {string[]} known */
function remainder(form, known) {
  let left = form;
  for (const part of [...known.filter((word) => word.length > 2), ...COMMON]) left = left.replaceAll(part, " ");
  const points = [...left.replaceAll(" ", "")].map((sign) => /** @type {number} */ (sign.codePointAt(0)));
  const steps = points.filter((point, at) => {
    if (at < 2) return true;
    const [first, second] = [points[at - 1] - points[at - 2], point - points[at - 1]];
    return first !== second || Math.abs(second) > 1;
  });
  return Math.min(steps.length, new Set(points).size);
}
