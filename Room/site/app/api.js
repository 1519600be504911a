import { random, sha256, toText, utf8 } from "../seal/bytes.js";
import { parse, serialise } from "../seal/canonical.js";
import { signRequest } from "../seal/signin.js";
const ANSWER_LIMIT = 4_000_000;
const ATTEMPTS = 3;
const MOST_PAGES = 50;
export class Refused extends Error {
  constructor(status, { code = "unreadable", fields = [], request = "" } = {}, wait = 0) {
    super(code);
    Object.assign(this, { name: "Refused", status, code, fields, request, wait });
  }
}
export class Lost extends Error {
  constructor() {
    super("lost");
    this.name = "Lost";
  }
}
export function openApi(origin, { fetch = (...call) => globalThis.fetch(...call), clock = () => Date.now() / 1000, pause = rest } = {}) {
  let offset = 0;
  let credentials = null;
  const now = () => Math.floor(clock() + offset);
  async function once(method, path, body, nonce) {
    const bytes = method === "GET" ? new Uint8Array(0) : serialise(body);
    const headers = method === "GET" ? {} : { "Content-Type": "application/json" };
    if (credentials) Object.assign(headers, await proofOf(credentials, { method, path, bytes, nonce, at: now() }));
    let answer, content;
    try {
      answer = await fetch(origin + path, {
        method, headers, body: method === "GET" ? undefined : bytes, cache: "no-store", credentials: "omit", mode: "cors",
        redirect: "error", referrerPolicy: "strict-origin",
      });
      content = new Uint8Array(await answer.arrayBuffer());
    } catch {
      throw new Lost();
    }
    const told = Number(answer.headers.get("Room-Now"));
    if (Number.isSafeInteger(told) && told > 0) offset = told - clock();
    return { answer, content };
  }
  async function exchange(method, path, body) {
    const nonce = toText(random(16));
    for (let attempt = 1; ; attempt += 1) {
      try {
        const { answer, content } = await once(method, path, body, nonce);
        if (answer.ok) return { answer, content };
        const refused = refusalOf(answer, content);
        if (attempt >= ATTEMPTS || !["proof", "unavailable"].includes(refused.code)) throw refused;
      } catch (error) {
        if (!(error instanceof Lost) || attempt >= ATTEMPTS || !navigatorSaysOnline()) throw error;
      }
      await pause(attempt * 400);
    }
  }
  const read = async (method, path, body) => parse((await exchange(method, path, body)).content, ANSWER_LIMIT);
  return {
    origin,
    now,
    use: (more) => void (credentials = more),
    signedIn: () => credentials !== null,
    token: () => credentials?.token,
    proofKey: () => credentials?.proof,
    get: (path) => read("GET", `/room/v1${path}`),
    post: (path, body = {}) => read("POST", `/room/v1${path}`, body),
    put: (path, body = {}) => read("PUT", `/room/v1${path}`, body),
    async all(path) {
      const items = [];
      for (let [after, pages] = ["", 0]; pages < MOST_PAGES; pages += 1) {
        const page = await read("GET", `/room/v1${path}${after && `?after=${encodeURIComponent(after)}`}`);
        items.push(...page.items);
        if (!page.next || page.next === after) return items;
        after = page.next;
      }
      throw new Refused(200); // a list without end is no list
    },
    async entries(after, limit) {
      const { content } = await exchange("GET", `/room/v1/log/entries?after=${after}&limit=${limit}`);
      return lines(content);
    },
  };
}
async function proofOf({ token, proof }, { method, path, bytes, nonce, at }) {
  const [body, hash] = await Promise.all([sha256(bytes), sha256(utf8(token))]);
  const statement = await signRequest({ method, path, body_sha256: toText(body), token_sha256: toText(hash), nonce, at }, proof);
  return { Authorization: `Room ${token}`, "Room-Proof": toText(statement) };
}
function refusalOf(answer, content) {
  try {
    const { error } = JSON.parse(new TextDecoder().decode(content));
    return new Refused(answer.status, error, Number(answer.headers.get("Retry-After") ?? 0));
  } catch {
    return new Refused(answer.status);
  }
}
function lines(content) {
  const found = [];
  for (let start = 0; start < content.length; ) {
    const end = content.indexOf(10, start);
    const line = content.subarray(start, end < 0 ? content.length : end);
    if (line.length > 0) found.push(line);
    start = end < 0 ? content.length : end + 1;
  }
  return found;
}
const rest = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const navigatorSaysOnline = () => globalThis.navigator?.onLine !== false;
