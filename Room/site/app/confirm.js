import { toText } from "../seal/bytes.js";
import { parse } from "../seal/canonical.js";
import * as locker from "../seal/locker.js";
import { signLogin } from "../seal/signin.js";
import { stretch } from "../seal/stretching.js";
import { accountKey, wayOfPassphrase } from "../seal/unlock.js";
import { p } from "./dom.js";
import { field, problem } from "./form.js";
import { say } from "./words.js";
export async function confirmFields(room) {
  if (room.way) return [];
  const enrolled = (await locker.enrolled(room.store)) !== null;
  return [
    room.identity.pass ? field("current", { label: say("common.confirm.passphrase"), kind: "password", autocomplete: "current-password" })
      : enrolled && p(say("common.confirm.device"), { class: "hint" }),
    !enrolled && field("kit", { label: say("common.kit.label"), hint: say("common.confirm.kit"), kind: "words" }),
  ].filter(Boolean);
}
export async function accountOf(room, values) {
  const kept = await locker.enrolled(room.store);
  if (kept) return kept;
  const { kitFrom } = await import("./kit.js");
  return accountKey(await kitFrom((values)));
}
export async function wayGiven(room, values) {
  if (room.way) return room.way;
  const { config: { pool }, session: { user }, kdf } = (room);
  if (room.identity.pass && !values.current) throw problem("current", say("common.confirm.missing"));
  const account = await accountOf(room, values);
  return wayOfPassphrase(account, await stretch(room.identity.pass ? values.current : null, kdf, pool, user));
}
export async function confirmation(room, way) {
  const { at, nonce } = await room.api.post("/confirm");
  const proof = toText((room.api.proofKey()).publicKey);
  const body = { origin: location.origin, pool: room.config.pool, user: room.session.user, nonce, at, purpose: "confirm", proof };
  return { key: toText(way.auth.publicKey), kind: way.kind, login: parse(await signLogin(body, way.auth)) };
}
export async function confirmed(room, values, work) {
  const way = await wayGiven(room, values);
  try {
    return await work(await confirmation(room, way), way);
  } catch (error) {
    if (error.name !== "Refused" || error.code !== "login") throw error;
    throw problem(room.identity.pass ? "current" : values.kit === undefined ? "" : "kit", say("common.confirm.wrong"));
  }
}
