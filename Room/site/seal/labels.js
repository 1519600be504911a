import { utf8 } from "./bytes.js";
export const KINDS = Object.freeze([
  "agreement", "confirmed", "consent", "disposal", "envelope", "exception", "grant", "handover", "head", "hold", "keys",
  "legal_demand", "login", "panel", "release", "req", "roster", "verify", "withdraw",
]);
export const typeOf = (kind) => `application/vnd.confidant.${kind}.v1+json`;
export const LABELS = Object.freeze({
  accountKey: "ak/v1",
  slotPassphrase: "slot/pw/v1",
  authPassphrase: "auth/pw/v1",
  slotKit: "slot/kit/v1",
  authKit: "auth/kit/v1",
  slotPasskey: "slot/prf/v1",
  authPasskey: "auth/prf/v1",
  passphraseSalt: "pwsalt",
  bundle: "bundle/v1",
  device: "device/v1",
  invitation: "invite/v1",
  verifyWords: "words/v1",
  phoneCommit: "phone/commit/v1",
  phoneWords: "phone/words/v1",
  record: "record/v1",
  wrap: "wrap/v1",
  commit: "commit/v1",
  oneTimeAuthor: "onetime/v1",
  receiptReply: "receipt/reply/v1",
  receiptAuth: "receipt/auth/v1",
  receiptMailbox: "receipt/box/v1",
  unknownSalt: "unknown/salt/v1",
  unknownAuth: "unknown/auth/v1",
});
export const label = (name) => utf8(LABELS[name]);
