import { random } from "./bytes.js";
import { normalise } from "./stretching.js";
import { wordsFrom } from "./words.js";
const LEAST = 12;
const MOST = 256;
const LEFT = 5;
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
export const makePassphrase = () => wordsFrom(random(7), 5).join(" ");
export function judge(text, known = []) {
  const points = [...normalise(text)];
  if (points.length < LEAST) return "short";
  if (points.length > MOST) return "long";
  const left = [plain(points.join("")), folded(points.join(""))].map((form) => remainder(form, known.map(plain)));
  return Math.min(...left) < LEFT ? "common" : null;
}
const plain = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}@$!]/gu, "");
const folded = (text) => plain(text).replace(/[013457@$!]/g, (sign) => LOOKALIKE[(sign)]);
function remainder(form, known) {
  let left = form;
  for (const part of [...known.filter((word) => word.length > 2), ...COMMON]) left = left.replaceAll(part, " ");
  const points = [...left.replaceAll(" ", "")].map((sign) => (sign.codePointAt(0)));
  const steps = points.filter((point, at) => {
    if (at < 2) return true;
    const [first, second] = [points[at - 1] - points[at - 2], point - points[at - 1]];
    return first !== second || Math.abs(second) > 1;
  });
  return Math.min(steps.length, new Set(points).size);
}
