// Written by Scripts/embed-assets; do not edit.
#include "assets.h"

static const unsigned char f0[] = {
#embed "../../Room/site/app/alarm.js" suffix(,)
0};
static const unsigned char f1[] = {
#embed "../../Room/site/app/api.js" suffix(,)
0};
static const unsigned char f2[] = {
#embed "../../Room/site/app/audit.js" suffix(,)
0};
static const unsigned char f3[] = {
#embed "../../Room/site/app/change.js" suffix(,)
0};
static const unsigned char f4[] = {
#embed "../../Room/site/app/config.js" suffix(,)
0};
static const unsigned char f5[] = {
#embed "../../Room/site/app/confirm.js" suffix(,)
0};
static const unsigned char f6[] = {
#embed "../../Room/site/app/device-note.js" suffix(,)
0};
static const unsigned char f7[] = {
#embed "../../Room/site/app/dom.js" suffix(,)
0};
static const unsigned char f8[] = {
#embed "../../Room/site/app/enter.js" suffix(,)
0};
static const unsigned char f9[] = {
#embed "../../Room/site/app/form.js" suffix(,)
0};
static const unsigned char f10[] = {
#embed "../../Room/site/app/home.js" suffix(,)
0};
static const unsigned char f11[] = {
#embed "../../Room/site/app/idle.js" suffix(,)
0};
static const unsigned char f12[] = {
#embed "../../Room/site/app/kit-steps.js" suffix(,)
0};
static const unsigned char f13[] = {
#embed "../../Room/site/app/kit.js" suffix(,)
0};
static const unsigned char f14[] = {
#embed "../../Room/site/app/make.js" suffix(,)
0};
static const unsigned char f15[] = {
#embed "../../Room/site/app/pass-fields.js" suffix(,)
0};
static const unsigned char f16[] = {
#embed "../../Room/site/app/passkey.js" suffix(,)
0};
static const unsigned char f17[] = {
#embed "../../Room/site/app/passkeys.js" suffix(,)
0};
static const unsigned char f18[] = {
#embed "../../Room/site/app/peers.js" suffix(,)
0};
static const unsigned char f19[] = {
#embed "../../Room/site/app/phone.js" suffix(,)
0};
static const unsigned char f20[] = {
#embed "../../Room/site/app/reset.js" suffix(,)
0};
static const unsigned char f21[] = {
#embed "../../Room/site/app/room.js" suffix(,)
0};
static const unsigned char f22[] = {
#embed "../../Room/site/app/selftest.js" suffix(,)
0};
static const unsigned char f23[] = {
#embed "../../Room/site/app/sign-in.js" suffix(,)
0};
static const unsigned char f24[] = {
#embed "../../Room/site/app/start.js" suffix(,)
0};
static const unsigned char f25[] = {
#embed "../../Room/site/app/tree.js" suffix(,)
0};
static const unsigned char f26[] = {
#embed "../../Room/site/app/ways.js" suffix(,)
0};
static const unsigned char f27[] = {
#embed "../../Room/site/app/words.js" suffix(,)
0};
static const unsigned char f28[] = {
#embed "../../Room/site/manifest.json" suffix(,)
0};
static const unsigned char f29[] = {
#embed "../../Room/site/pages/cy/index.html" suffix(,)
0};
static const unsigned char f30[] = {
#embed "../../Room/site/pages/cy/keys.html" suffix(,)
0};
static const unsigned char f31[] = {
#embed "../../Room/site/pages/cy/people.html" suffix(,)
0};
static const unsigned char f32[] = {
#embed "../../Room/site/pages/cy/private.html" suffix(,)
0};
static const unsigned char f33[] = {
#embed "../../Room/site/pages/cy/recover.html" suffix(,)
0};
static const unsigned char f34[] = {
#embed "../../Room/site/pages/cy/security.html" suffix(,)
0};
static const unsigned char f35[] = {
#embed "../../Room/site/pages/cy/sign-in.html" suffix(,)
0};
static const unsigned char f36[] = {
#embed "../../Room/site/pages/en/index.html" suffix(,)
0};
static const unsigned char f37[] = {
#embed "../../Room/site/pages/en/keys.html" suffix(,)
0};
static const unsigned char f38[] = {
#embed "../../Room/site/pages/en/people.html" suffix(,)
0};
static const unsigned char f39[] = {
#embed "../../Room/site/pages/en/private.html" suffix(,)
0};
static const unsigned char f40[] = {
#embed "../../Room/site/pages/en/recover.html" suffix(,)
0};
static const unsigned char f41[] = {
#embed "../../Room/site/pages/en/security.html" suffix(,)
0};
static const unsigned char f42[] = {
#embed "../../Room/site/pages/en/sign-in.html" suffix(,)
0};
static const unsigned char f43[] = {
#embed "../../Room/site/pages/index.js" suffix(,)
0};
static const unsigned char f44[] = {
#embed "../../Room/site/pages/keys.js" suffix(,)
0};
static const unsigned char f45[] = {
#embed "../../Room/site/pages/people.js" suffix(,)
0};
static const unsigned char f46[] = {
#embed "../../Room/site/pages/private.js" suffix(,)
0};
static const unsigned char f47[] = {
#embed "../../Room/site/pages/recover.js" suffix(,)
0};
static const unsigned char f48[] = {
#embed "../../Room/site/pages/security.js" suffix(,)
0};
static const unsigned char f49[] = {
#embed "../../Room/site/pages/sign-in.js" suffix(,)
0};
static const unsigned char f50[] = {
#embed "../../Room/site/room.css" suffix(,)
0};
static const unsigned char f51[] = {
#embed "../../Room/site/seal/bytes.js" suffix(,)
0};
static const unsigned char f52[] = {
#embed "../../Room/site/seal/canonical.js" suffix(,)
0};
static const unsigned char f53[] = {
#embed "../../Room/site/seal/chain.js" suffix(,)
0};
static const unsigned char f54[] = {
#embed "../../Room/site/seal/checks.js" suffix(,)
0};
static const unsigned char f55[] = {
#embed "../../Room/site/seal/compare.js" suffix(,)
0};
static const unsigned char f56[] = {
#embed "../../Room/site/seal/derive.js" suffix(,)
0};
static const unsigned char f57[] = {
#embed "../../Room/site/seal/device.js" suffix(,)
0};
static const unsigned char f58[] = {
#embed "../../Room/site/seal/directory.js" suffix(,)
0};
static const unsigned char f59[] = {
#embed "../../Room/site/seal/english.js" suffix(,)
0};
static const unsigned char f60[] = {
#embed "../../Room/site/seal/grant.js" suffix(,)
0};
static const unsigned char f61[] = {
#embed "../../Room/site/seal/hpke.js" suffix(,)
0};
static const unsigned char f62[] = {
#embed "../../Room/site/seal/keys.js" suffix(,)
0};
static const unsigned char f63[] = {
#embed "../../Room/site/seal/labels.js" suffix(,)
0};
static const unsigned char f64[] = {
#embed "../../Room/site/seal/locker.js" suffix(,)
0};
static const unsigned char f65[] = {
#embed "../../Room/site/seal/merkle.js" suffix(,)
0};
static const unsigned char f66[] = {
#embed "../../Room/site/seal/onetime.js" suffix(,)
0};
static const unsigned char f67[] = {
#embed "../../Room/site/seal/open.js" suffix(,)
0};
static const unsigned char f68[] = {
#embed "../../Room/site/seal/padding.js" suffix(,)
0};
static const unsigned char f69[] = {
#embed "../../Room/site/seal/passphrase.js" suffix(,)
0};
static const unsigned char f70[] = {
#embed "../../Room/site/seal/record.js" suffix(,)
0};
static const unsigned char f71[] = {
#embed "../../Room/site/seal/roster.js" suffix(,)
0};
static const unsigned char f72[] = {
#embed "../../Room/site/seal/signin.js" suffix(,)
0};
static const unsigned char f73[] = {
#embed "../../Room/site/seal/statement.js" suffix(,)
0};
static const unsigned char f74[] = {
#embed "../../Room/site/seal/stretching.js" suffix(,)
0};
static const unsigned char f75[] = {
#embed "../../Room/site/seal/unlock.js" suffix(,)
0};
static const unsigned char f76[] = {
#embed "../../Room/site/seal/words.js" suffix(,)
0};
static const unsigned char f77[] = {
#embed "../../Room/site/words/cy/common.js" suffix(,)
0};
static const unsigned char f78[] = {
#embed "../../Room/site/words/cy/failures.js" suffix(,)
0};
static const unsigned char f79[] = {
#embed "../../Room/site/words/cy/index.js" suffix(,)
0};
static const unsigned char f80[] = {
#embed "../../Room/site/words/cy/keys.js" suffix(,)
0};
static const unsigned char f81[] = {
#embed "../../Room/site/words/cy/people.js" suffix(,)
0};
static const unsigned char f82[] = {
#embed "../../Room/site/words/cy/private.js" suffix(,)
0};
static const unsigned char f83[] = {
#embed "../../Room/site/words/cy/recover.js" suffix(,)
0};
static const unsigned char f84[] = {
#embed "../../Room/site/words/cy/security.js" suffix(,)
0};
static const unsigned char f85[] = {
#embed "../../Room/site/words/cy/sign-in.js" suffix(,)
0};
static const unsigned char f86[] = {
#embed "../../Room/site/words/cy/ways.js" suffix(,)
0};
static const unsigned char f87[] = {
#embed "../../Room/site/words/en/common.js" suffix(,)
0};
static const unsigned char f88[] = {
#embed "../../Room/site/words/en/failures.js" suffix(,)
0};
static const unsigned char f89[] = {
#embed "../../Room/site/words/en/index.js" suffix(,)
0};
static const unsigned char f90[] = {
#embed "../../Room/site/words/en/keys.js" suffix(,)
0};
static const unsigned char f91[] = {
#embed "../../Room/site/words/en/people.js" suffix(,)
0};
static const unsigned char f92[] = {
#embed "../../Room/site/words/en/private.js" suffix(,)
0};
static const unsigned char f93[] = {
#embed "../../Room/site/words/en/recover.js" suffix(,)
0};
static const unsigned char f94[] = {
#embed "../../Room/site/words/en/security.js" suffix(,)
0};
static const unsigned char f95[] = {
#embed "../../Room/site/words/en/sign-in.js" suffix(,)
0};
static const unsigned char f96[] = {
#embed "../../Room/site/words/en/ways.js" suffix(,)
0};
static const unsigned char f97[] = {
#embed "../../Sources/App/Demo/people.csv" suffix(,)
0};
static const unsigned char f98[] = {
#embed "../../Sources/Features/Accounts/Messages.json" suffix(,)
0};
static const unsigned char f99[] = {
#embed "../../Sources/Features/Accounts/Templates/address_confirm.mustache" suffix(,)
0};
static const unsigned char f100[] = {
#embed "../../Sources/Features/Accounts/Templates/contact.mustache" suffix(,)
0};
static const unsigned char f101[] = {
#embed "../../Sources/Features/Accounts/Templates/contact_sent.mustache" suffix(,)
0};
static const unsigned char f102[] = {
#embed "../../Sources/Features/Accounts/Templates/enter.mustache" suffix(,)
0};
static const unsigned char f103[] = {
#embed "../../Sources/Features/Accounts/Templates/enter_over.mustache" suffix(,)
0};
static const unsigned char f104[] = {
#embed "../../Sources/Features/Accounts/Templates/enter_unknown.mustache" suffix(,)
0};
static const unsigned char f105[] = {
#embed "../../Sources/Features/Accounts/Templates/invitations.mustache" suffix(,)
0};
static const unsigned char f106[] = {
#embed "../../Sources/Features/Accounts/Templates/invitations_made.mustache" suffix(,)
0};
static const unsigned char f107[] = {
#embed "../../Sources/Features/Accounts/Templates/invitee.mustache" suffix(,)
0};
static const unsigned char f108[] = {
#embed "../../Sources/Features/Accounts/Templates/letter.mustache" suffix(,)
0};
static const unsigned char f109[] = {
#embed "../../Sources/Features/Accounts/Templates/me.mustache" suffix(,)
0};
static const unsigned char f110[] = {
#embed "../../Sources/Features/Accounts/Templates/sign_in.mustache" suffix(,)
0};
static const unsigned char f111[] = {
#embed "../../Sources/Features/Accounts/Templates/sign_in_code.mustache" suffix(,)
0};
static const unsigned char f112[] = {
#embed "../../Sources/Features/Accounts/Templates/sign_in_sent.mustache" suffix(,)
0};
static const unsigned char f113[] = {
#embed "../../Sources/Features/Accounts/Templates/signed_out.mustache" suffix(,)
0};
static const unsigned char f114[] = {
#embed "../../Sources/Features/Codes/Messages.json" suffix(,)
0};
static const unsigned char f115[] = {
#embed "../../Sources/Features/Codes/Templates/assurance.mustache" suffix(,)
0};
static const unsigned char f116[] = {
#embed "../../Sources/Features/Codes/Templates/assurance_clauses.mustache" suffix(,)
0};
static const unsigned char f117[] = {
#embed "../../Sources/Features/Codes/Templates/codes.mustache" suffix(,)
0};
static const unsigned char f118[] = {
#embed "../../Sources/Features/Codes/Templates/codes_choose.mustache" suffix(,)
0};
static const unsigned char f119[] = {
#embed "../../Sources/Features/Codes/Templates/codes_compare.mustache" suffix(,)
0};
static const unsigned char f120[] = {
#embed "../../Sources/Features/Codes/Templates/codes_editions.mustache" suffix(,)
0};
static const unsigned char f121[] = {
#embed "../../Sources/Features/Codes/Templates/codes_pack.mustache" suffix(,)
0};
static const unsigned char f122[] = {
#embed "../../Sources/Features/Codes/Templates/conduct.mustache" suffix(,)
0};
static const unsigned char f123[] = {
#embed "../../Sources/Features/Engagements/Messages.json" suffix(,)
0};
static const unsigned char f124[] = {
#embed "../../Sources/Features/Engagements/Templates/choice.mustache" suffix(,)
0};
static const unsigned char f125[] = {
#embed "../../Sources/Features/Engagements/Templates/engagement.mustache" suffix(,)
0};
static const unsigned char f126[] = {
#embed "../../Sources/Features/Engagements/Templates/engagement_closure.mustache" suffix(,)
0};
static const unsigned char f127[] = {
#embed "../../Sources/Features/Engagements/Templates/engagements.mustache" suffix(,)
0};
static const unsigned char f128[] = {
#embed "../../Sources/Features/FirstDay/Messages.json" suffix(,)
0};
static const unsigned char f129[] = {
#embed "../../Sources/Features/FirstDay/Templates/first_day.mustache" suffix(,)
0};
static const unsigned char f130[] = {
#embed "../../Sources/Features/Home/Messages.json" suffix(,)
0};
static const unsigned char f131[] = {
#embed "../../Sources/Features/Home/Templates/about.mustache" suffix(,)
0};
static const unsigned char f132[] = {
#embed "../../Sources/Features/Home/Templates/accessibility.mustache" suffix(,)
0};
static const unsigned char f133[] = {
#embed "../../Sources/Features/Home/Templates/components.mustache" suffix(,)
0};
static const unsigned char f134[] = {
#embed "../../Sources/Features/Home/Templates/concern.mustache" suffix(,)
0};
static const unsigned char f135[] = {
#embed "../../Sources/Features/Home/Templates/demo_mail.mustache" suffix(,)
0};
static const unsigned char f136[] = {
#embed "../../Sources/Features/Home/Templates/help.mustache" suffix(,)
0};
static const unsigned char f137[] = {
#embed "../../Sources/Features/Home/Templates/home.mustache" suffix(,)
0};
static const unsigned char f138[] = {
#embed "../../Sources/Features/Home/Templates/privacy.mustache" suffix(,)
0};
static const unsigned char f139[] = {
#embed "../../Sources/Features/Home/Templates/start.mustache" suffix(,)
0};
static const unsigned char f140[] = {
#embed "../../Sources/Features/Keys/Messages.json" suffix(,)
0};
static const unsigned char f141[] = {
#embed "../../Sources/Features/Keys/Templates/reset_start.mustache" suffix(,)
0};
static const unsigned char f142[] = {
#embed "../../Sources/Features/Keys/Templates/room.mustache" suffix(,)
0};
static const unsigned char f143[] = {
#embed "../../Sources/Features/Keys/Templates/room_open.mustache" suffix(,)
0};
static const unsigned char f144[] = {
#embed "../../Sources/Features/Matching/Messages.json" suffix(,)
0};
static const unsigned char f145[] = {
#embed "../../Sources/Features/Matching/Templates/arrange.mustache" suffix(,)
0};
static const unsigned char f146[] = {
#embed "../../Sources/Features/Matching/Templates/ask.mustache" suffix(,)
0};
static const unsigned char f147[] = {
#embed "../../Sources/Features/Matching/Templates/decline.mustache" suffix(,)
0};
static const unsigned char f148[] = {
#embed "../../Sources/Features/Matching/Templates/find.mustache" suffix(,)
0};
static const unsigned char f149[] = {
#embed "../../Sources/Features/Matching/Templates/find_errors.mustache" suffix(,)
0};
static const unsigned char f150[] = {
#embed "../../Sources/Features/Matching/Templates/request.mustache" suffix(,)
0};
static const unsigned char f151[] = {
#embed "../../Sources/Features/Matching/Templates/request_line.mustache" suffix(,)
0};
static const unsigned char f152[] = {
#embed "../../Sources/Features/Matching/Templates/requests.mustache" suffix(,)
0};
static const unsigned char f153[] = {
#embed "../../Sources/Features/Pools/Messages.json" suffix(,)
0};
static const unsigned char f154[] = {
#embed "../../Sources/Features/Pools/Templates/organisations.mustache" suffix(,)
0};
static const unsigned char f155[] = {
#embed "../../Sources/Features/Pools/Templates/people.mustache" suffix(,)
0};
static const unsigned char f156[] = {
#embed "../../Sources/Features/Pools/Templates/people_import.mustache" suffix(,)
0};
static const unsigned char f157[] = {
#embed "../../Sources/Features/Pools/Templates/people_import_done.mustache" suffix(,)
0};
static const unsigned char f158[] = {
#embed "../../Sources/Features/Pools/Templates/people_import_preview.mustache" suffix(,)
0};
static const unsigned char f159[] = {
#embed "../../Sources/Features/Pools/Templates/people_import_running.mustache" suffix(,)
0};
static const unsigned char f160[] = {
#embed "../../Sources/Features/Pools/Templates/person.mustache" suffix(,)
0};
static const unsigned char f161[] = {
#embed "../../Sources/Features/Pools/Templates/pools_form.mustache" suffix(,)
0};
static const unsigned char f162[] = {
#embed "../../Sources/Features/Pools/Templates/role_row.mustache" suffix(,)
0};
static const unsigned char f163[] = {
#embed "../../Sources/Features/Pools/Templates/roles.mustache" suffix(,)
0};
static const unsigned char f164[] = {
#embed "../../Sources/Features/Pools/Templates/settings.mustache" suffix(,)
0};
static const unsigned char f165[] = {
#embed "../../Sources/Features/Practitioners/Messages.json" suffix(,)
0};
static const unsigned char f166[] = {
#embed "../../Sources/Features/Practitioners/Templates/admission.mustache" suffix(,)
0};
static const unsigned char f167[] = {
#embed "../../Sources/Features/Practitioners/Templates/claim_check.mustache" suffix(,)
0};
static const unsigned char f168[] = {
#embed "../../Sources/Features/Practitioners/Templates/claim_detail.mustache" suffix(,)
0};
static const unsigned char f169[] = {
#embed "../../Sources/Features/Practitioners/Templates/claim_new.mustache" suffix(,)
0};
static const unsigned char f170[] = {
#embed "../../Sources/Features/Practitioners/Templates/claim_own.mustache" suffix(,)
0};
static const unsigned char f171[] = {
#embed "../../Sources/Features/Practitioners/Templates/claims.mustache" suffix(,)
0};
static const unsigned char f172[] = {
#embed "../../Sources/Features/Practitioners/Templates/practice_application.mustache" suffix(,)
0};
static const unsigned char f173[] = {
#embed "../../Sources/Features/Practitioners/Templates/practice_availability.mustache" suffix(,)
0};
static const unsigned char f174[] = {
#embed "../../Sources/Features/Practitioners/Templates/practice_code.mustache" suffix(,)
0};
static const unsigned char f175[] = {
#embed "../../Sources/Features/Practitioners/Templates/practice_preview.mustache" suffix(,)
0};
static const unsigned char f176[] = {
#embed "../../Sources/Features/Practitioners/Templates/practice_profile.mustache" suffix(,)
0};
static const unsigned char f177[] = {
#embed "../../Sources/Features/Practitioners/Templates/practitioner.mustache" suffix(,)
0};
static const unsigned char f178[] = {
#embed "../../Sources/Features/Practitioners/Templates/practitioner_card.mustache" suffix(,)
0};
static const unsigned char f179[] = {
#embed "../../Sources/Features/Practitioners/Templates/practitioner_list.mustache" suffix(,)
0};
static const unsigned char f180[] = {
#embed "../../Sources/Features/Practitioners/Templates/service.mustache" suffix(,)
0};
static const unsigned char f181[] = {
#embed "../../Sources/Features/Practitioners/Templates/services.mustache" suffix(,)
0};
static const unsigned char f182[] = {
#embed "../../Sources/Features/Practitioners/Templates/ties.mustache" suffix(,)
0};
static const unsigned char f183[] = {
#embed "../../Sources/Features/Programmes/Messages.json" suffix(,)
0};
static const unsigned char f184[] = {
#embed "../../Sources/Features/Programmes/Templates/programme.mustache" suffix(,)
0};
static const unsigned char f185[] = {
#embed "../../Sources/Features/Programmes/Templates/programme_application.mustache" suffix(,)
0};
static const unsigned char f186[] = {
#embed "../../Sources/Features/Programmes/Templates/programme_file.mustache" suffix(,)
0};
static const unsigned char f187[] = {
#embed "../../Sources/Features/Programmes/Templates/programme_form.mustache" suffix(,)
0};
static const unsigned char f188[] = {
#embed "../../Sources/Features/Programmes/Templates/programme_line.mustache" suffix(,)
0};
static const unsigned char f189[] = {
#embed "../../Sources/Features/Programmes/Templates/programme_names.mustache" suffix(,)
0};
static const unsigned char f190[] = {
#embed "../../Sources/Features/Programmes/Templates/programme_offer.mustache" suffix(,)
0};
static const unsigned char f191[] = {
#embed "../../Sources/Features/Programmes/Templates/programmes.mustache" suffix(,)
0};
static const unsigned char f192[] = {
#embed "../../Sources/Features/Programmes/Templates/round.mustache" suffix(,)
0};
static const unsigned char f193[] = {
#embed "../../Sources/Features/Programmes/Templates/round_client.mustache" suffix(,)
0};
static const unsigned char f194[] = {
#embed "../../Sources/Features/Programmes/Templates/round_draft.mustache" suffix(,)
0};
static const unsigned char f195[] = {
#embed "../../Sources/Features/Programmes/Templates/round_pairs.mustache" suffix(,)
0};
static const unsigned char f196[] = {
#embed "../../Sources/Features/Programmes/Templates/round_publication.mustache" suffix(,)
0};
static const unsigned char f197[] = {
#embed "../../Sources/Features/Programmes/Templates/round_repeat.mustache" suffix(,)
0};
static const unsigned char f198[] = {
#embed "../../Sources/Features/Programmes/Templates/round_solving.mustache" suffix(,)
0};
static const unsigned char f199[] = {
#embed "../../Sources/Features/Queues/Messages.json" suffix(,)
0};
static const unsigned char f200[] = {
#embed "../../Sources/Features/Queues/Templates/queue.mustache" suffix(,)
0};
static const unsigned char f201[] = {
#embed "../../Sources/PolicyPacks/Packs/ac/figures-2026/pack.json" suffix(,)
0};
static const unsigned char f202[] = {
#embed "../../Sources/PolicyPacks/Packs/emcc/figures-2026/pack.json" suffix(,)
0};
static const unsigned char f203[] = {
#embed "../../Sources/PolicyPacks/Packs/evidence.json" suffix(,)
0};
static const unsigned char f204[] = {
#embed "../../Sources/PolicyPacks/Packs/global/2018/pack.json" suffix(,)
0};
static const unsigned char f205[] = {
#embed "../../Sources/PolicyPacks/Packs/icf/figures-2026/pack.json" suffix(,)
0};
static const unsigned char f206[] = {
#embed "../../Sources/PolicyPacks/Packs/icf-confidentiality/undated/pack.json" suffix(,)
0};
static const unsigned char f207[] = {
#embed "../../Sources/PolicyPacks/Packs/iicm/issue-2/pack.json" suffix(,)
0};
static const unsigned char f208[] = {
#embed "../../Sources/PolicyPacks/Packs/ircm-confidentiality/undated/pack.json" suffix(,)
0};
static const unsigned char f209[] = {
#embed "../../Sources/PolicyPacks/Packs/register.json" suffix(,)
0};
static const unsigned char f210[] = {
#embed "../../Sources/PolicyPacks/Packs/wme/undated/pack.json" suffix(,)
0};
static const unsigned char f211[] = {
#embed "../../Sources/Schema/Migrations/202611210900_pool.sql" suffix(,)
0};
static const unsigned char f212[] = {
#embed "../../Sources/Schema/Migrations/202611210901_person.sql" suffix(,)
0};
static const unsigned char f213[] = {
#embed "../../Sources/Schema/Migrations/202611210902_journal.sql" suffix(,)
0};
static const unsigned char f214[] = {
#embed "../../Sources/Schema/Migrations/202611210903_mail.sql" suffix(,)
0};
static const unsigned char f215[] = {
#embed "../../Sources/Schema/Migrations/202611210905_accounts.sql" suffix(,)
0};
static const unsigned char f216[] = {
#embed "../../Sources/Schema/Migrations/202611210910_practitioner.sql" suffix(,)
0};
static const unsigned char f217[] = {
#embed "../../Sources/Schema/Migrations/202611210911_match_request.sql" suffix(,)
0};
static const unsigned char f218[] = {
#embed "../../Sources/Schema/Migrations/202611210912_engagement.sql" suffix(,)
0};
static const unsigned char f219[] = {
#embed "../../Sources/Schema/Migrations/202611220010_queue.sql" suffix(,)
0};
static const unsigned char f220[] = {
#embed "../../Sources/Schema/Migrations/202611220011_codes.sql" suffix(,)
0};
static const unsigned char f221[] = {
#embed "../../Sources/Schema/Migrations/202611220012_gates.sql" suffix(,)
0};
static const unsigned char f222[] = {
#embed "../../Sources/Schema/Migrations/202611220013_waiting.sql" suffix(,)
0};
static const unsigned char f223[] = {
#embed "../../Sources/Schema/Migrations/202611220040_house.sql" suffix(,)
0};
static const unsigned char f224[] = {
#embed "../../Sources/Schema/Migrations/202611220050_room_sign_in.sql" suffix(,)
0};
static const unsigned char f225[] = {
#embed "../../Sources/Schema/Migrations/202611220051_keys.sql" suffix(,)
0};
static const unsigned char f226[] = {
#embed "../../Sources/Schema/Migrations/202611220105_programme.sql" suffix(,)
0};
static const unsigned char f227[] = {
#embed "../../Sources/Schema/Migrations/202611220125_room_sign_in_by_sign_in.sql" suffix(,)
0};
static const unsigned char f228[] = {
#embed "../../Sources/Web/Messages.json" suffix(,)
0};
static const unsigned char f229[] = {
#embed "../../Sources/Web/Styles/quiet.css" suffix(,)
0};
static const unsigned char f230[] = {
#embed "../../Sources/Web/Templates/contacts.mustache" suffix(,)
0};
static const unsigned char f231[] = {
#embed "../../Sources/Web/Templates/error.mustache" suffix(,)
0};
static const unsigned char f232[] = {
#embed "../../Sources/Web/Templates/field.mustache" suffix(,)
0};
static const unsigned char f233[] = {
#embed "../../Sources/Web/Templates/field_help.mustache" suffix(,)
0};
static const unsigned char f234[] = {
#embed "../../Sources/Web/Templates/form.mustache" suffix(,)
0};
static const unsigned char f235[] = {
#embed "../../Sources/Web/Templates/layout.mustache" suffix(,)
0};

static const confidant_asset assets[] = {
    {"Room/site/app/alarm.js", f0, sizeof f0 - 1},
    {"Room/site/app/api.js", f1, sizeof f1 - 1},
    {"Room/site/app/audit.js", f2, sizeof f2 - 1},
    {"Room/site/app/change.js", f3, sizeof f3 - 1},
    {"Room/site/app/config.js", f4, sizeof f4 - 1},
    {"Room/site/app/confirm.js", f5, sizeof f5 - 1},
    {"Room/site/app/device-note.js", f6, sizeof f6 - 1},
    {"Room/site/app/dom.js", f7, sizeof f7 - 1},
    {"Room/site/app/enter.js", f8, sizeof f8 - 1},
    {"Room/site/app/form.js", f9, sizeof f9 - 1},
    {"Room/site/app/home.js", f10, sizeof f10 - 1},
    {"Room/site/app/idle.js", f11, sizeof f11 - 1},
    {"Room/site/app/kit-steps.js", f12, sizeof f12 - 1},
    {"Room/site/app/kit.js", f13, sizeof f13 - 1},
    {"Room/site/app/make.js", f14, sizeof f14 - 1},
    {"Room/site/app/pass-fields.js", f15, sizeof f15 - 1},
    {"Room/site/app/passkey.js", f16, sizeof f16 - 1},
    {"Room/site/app/passkeys.js", f17, sizeof f17 - 1},
    {"Room/site/app/peers.js", f18, sizeof f18 - 1},
    {"Room/site/app/phone.js", f19, sizeof f19 - 1},
    {"Room/site/app/reset.js", f20, sizeof f20 - 1},
    {"Room/site/app/room.js", f21, sizeof f21 - 1},
    {"Room/site/app/selftest.js", f22, sizeof f22 - 1},
    {"Room/site/app/sign-in.js", f23, sizeof f23 - 1},
    {"Room/site/app/start.js", f24, sizeof f24 - 1},
    {"Room/site/app/tree.js", f25, sizeof f25 - 1},
    {"Room/site/app/ways.js", f26, sizeof f26 - 1},
    {"Room/site/app/words.js", f27, sizeof f27 - 1},
    {"Room/site/manifest.json", f28, sizeof f28 - 1},
    {"Room/site/pages/cy/index.html", f29, sizeof f29 - 1},
    {"Room/site/pages/cy/keys.html", f30, sizeof f30 - 1},
    {"Room/site/pages/cy/people.html", f31, sizeof f31 - 1},
    {"Room/site/pages/cy/private.html", f32, sizeof f32 - 1},
    {"Room/site/pages/cy/recover.html", f33, sizeof f33 - 1},
    {"Room/site/pages/cy/security.html", f34, sizeof f34 - 1},
    {"Room/site/pages/cy/sign-in.html", f35, sizeof f35 - 1},
    {"Room/site/pages/en/index.html", f36, sizeof f36 - 1},
    {"Room/site/pages/en/keys.html", f37, sizeof f37 - 1},
    {"Room/site/pages/en/people.html", f38, sizeof f38 - 1},
    {"Room/site/pages/en/private.html", f39, sizeof f39 - 1},
    {"Room/site/pages/en/recover.html", f40, sizeof f40 - 1},
    {"Room/site/pages/en/security.html", f41, sizeof f41 - 1},
    {"Room/site/pages/en/sign-in.html", f42, sizeof f42 - 1},
    {"Room/site/pages/index.js", f43, sizeof f43 - 1},
    {"Room/site/pages/keys.js", f44, sizeof f44 - 1},
    {"Room/site/pages/people.js", f45, sizeof f45 - 1},
    {"Room/site/pages/private.js", f46, sizeof f46 - 1},
    {"Room/site/pages/recover.js", f47, sizeof f47 - 1},
    {"Room/site/pages/security.js", f48, sizeof f48 - 1},
    {"Room/site/pages/sign-in.js", f49, sizeof f49 - 1},
    {"Room/site/room.css", f50, sizeof f50 - 1},
    {"Room/site/seal/bytes.js", f51, sizeof f51 - 1},
    {"Room/site/seal/canonical.js", f52, sizeof f52 - 1},
    {"Room/site/seal/chain.js", f53, sizeof f53 - 1},
    {"Room/site/seal/checks.js", f54, sizeof f54 - 1},
    {"Room/site/seal/compare.js", f55, sizeof f55 - 1},
    {"Room/site/seal/derive.js", f56, sizeof f56 - 1},
    {"Room/site/seal/device.js", f57, sizeof f57 - 1},
    {"Room/site/seal/directory.js", f58, sizeof f58 - 1},
    {"Room/site/seal/english.js", f59, sizeof f59 - 1},
    {"Room/site/seal/grant.js", f60, sizeof f60 - 1},
    {"Room/site/seal/hpke.js", f61, sizeof f61 - 1},
    {"Room/site/seal/keys.js", f62, sizeof f62 - 1},
    {"Room/site/seal/labels.js", f63, sizeof f63 - 1},
    {"Room/site/seal/locker.js", f64, sizeof f64 - 1},
    {"Room/site/seal/merkle.js", f65, sizeof f65 - 1},
    {"Room/site/seal/onetime.js", f66, sizeof f66 - 1},
    {"Room/site/seal/open.js", f67, sizeof f67 - 1},
    {"Room/site/seal/padding.js", f68, sizeof f68 - 1},
    {"Room/site/seal/passphrase.js", f69, sizeof f69 - 1},
    {"Room/site/seal/record.js", f70, sizeof f70 - 1},
    {"Room/site/seal/roster.js", f71, sizeof f71 - 1},
    {"Room/site/seal/signin.js", f72, sizeof f72 - 1},
    {"Room/site/seal/statement.js", f73, sizeof f73 - 1},
    {"Room/site/seal/stretching.js", f74, sizeof f74 - 1},
    {"Room/site/seal/unlock.js", f75, sizeof f75 - 1},
    {"Room/site/seal/words.js", f76, sizeof f76 - 1},
    {"Room/site/words/cy/common.js", f77, sizeof f77 - 1},
    {"Room/site/words/cy/failures.js", f78, sizeof f78 - 1},
    {"Room/site/words/cy/index.js", f79, sizeof f79 - 1},
    {"Room/site/words/cy/keys.js", f80, sizeof f80 - 1},
    {"Room/site/words/cy/people.js", f81, sizeof f81 - 1},
    {"Room/site/words/cy/private.js", f82, sizeof f82 - 1},
    {"Room/site/words/cy/recover.js", f83, sizeof f83 - 1},
    {"Room/site/words/cy/security.js", f84, sizeof f84 - 1},
    {"Room/site/words/cy/sign-in.js", f85, sizeof f85 - 1},
    {"Room/site/words/cy/ways.js", f86, sizeof f86 - 1},
    {"Room/site/words/en/common.js", f87, sizeof f87 - 1},
    {"Room/site/words/en/failures.js", f88, sizeof f88 - 1},
    {"Room/site/words/en/index.js", f89, sizeof f89 - 1},
    {"Room/site/words/en/keys.js", f90, sizeof f90 - 1},
    {"Room/site/words/en/people.js", f91, sizeof f91 - 1},
    {"Room/site/words/en/private.js", f92, sizeof f92 - 1},
    {"Room/site/words/en/recover.js", f93, sizeof f93 - 1},
    {"Room/site/words/en/security.js", f94, sizeof f94 - 1},
    {"Room/site/words/en/sign-in.js", f95, sizeof f95 - 1},
    {"Room/site/words/en/ways.js", f96, sizeof f96 - 1},
    {"Sources/App/Demo/people.csv", f97, sizeof f97 - 1},
    {"Sources/Features/Accounts/Messages.json", f98, sizeof f98 - 1},
    {"Sources/Features/Accounts/Templates/address_confirm.mustache", f99, sizeof f99 - 1},
    {"Sources/Features/Accounts/Templates/contact.mustache", f100, sizeof f100 - 1},
    {"Sources/Features/Accounts/Templates/contact_sent.mustache", f101, sizeof f101 - 1},
    {"Sources/Features/Accounts/Templates/enter.mustache", f102, sizeof f102 - 1},
    {"Sources/Features/Accounts/Templates/enter_over.mustache", f103, sizeof f103 - 1},
    {"Sources/Features/Accounts/Templates/enter_unknown.mustache", f104, sizeof f104 - 1},
    {"Sources/Features/Accounts/Templates/invitations.mustache", f105, sizeof f105 - 1},
    {"Sources/Features/Accounts/Templates/invitations_made.mustache", f106, sizeof f106 - 1},
    {"Sources/Features/Accounts/Templates/invitee.mustache", f107, sizeof f107 - 1},
    {"Sources/Features/Accounts/Templates/letter.mustache", f108, sizeof f108 - 1},
    {"Sources/Features/Accounts/Templates/me.mustache", f109, sizeof f109 - 1},
    {"Sources/Features/Accounts/Templates/sign_in.mustache", f110, sizeof f110 - 1},
    {"Sources/Features/Accounts/Templates/sign_in_code.mustache", f111, sizeof f111 - 1},
    {"Sources/Features/Accounts/Templates/sign_in_sent.mustache", f112, sizeof f112 - 1},
    {"Sources/Features/Accounts/Templates/signed_out.mustache", f113, sizeof f113 - 1},
    {"Sources/Features/Codes/Messages.json", f114, sizeof f114 - 1},
    {"Sources/Features/Codes/Templates/assurance.mustache", f115, sizeof f115 - 1},
    {"Sources/Features/Codes/Templates/assurance_clauses.mustache", f116, sizeof f116 - 1},
    {"Sources/Features/Codes/Templates/codes.mustache", f117, sizeof f117 - 1},
    {"Sources/Features/Codes/Templates/codes_choose.mustache", f118, sizeof f118 - 1},
    {"Sources/Features/Codes/Templates/codes_compare.mustache", f119, sizeof f119 - 1},
    {"Sources/Features/Codes/Templates/codes_editions.mustache", f120, sizeof f120 - 1},
    {"Sources/Features/Codes/Templates/codes_pack.mustache", f121, sizeof f121 - 1},
    {"Sources/Features/Codes/Templates/conduct.mustache", f122, sizeof f122 - 1},
    {"Sources/Features/Engagements/Messages.json", f123, sizeof f123 - 1},
    {"Sources/Features/Engagements/Templates/choice.mustache", f124, sizeof f124 - 1},
    {"Sources/Features/Engagements/Templates/engagement.mustache", f125, sizeof f125 - 1},
    {"Sources/Features/Engagements/Templates/engagement_closure.mustache", f126, sizeof f126 - 1},
    {"Sources/Features/Engagements/Templates/engagements.mustache", f127, sizeof f127 - 1},
    {"Sources/Features/FirstDay/Messages.json", f128, sizeof f128 - 1},
    {"Sources/Features/FirstDay/Templates/first_day.mustache", f129, sizeof f129 - 1},
    {"Sources/Features/Home/Messages.json", f130, sizeof f130 - 1},
    {"Sources/Features/Home/Templates/about.mustache", f131, sizeof f131 - 1},
    {"Sources/Features/Home/Templates/accessibility.mustache", f132, sizeof f132 - 1},
    {"Sources/Features/Home/Templates/components.mustache", f133, sizeof f133 - 1},
    {"Sources/Features/Home/Templates/concern.mustache", f134, sizeof f134 - 1},
    {"Sources/Features/Home/Templates/demo_mail.mustache", f135, sizeof f135 - 1},
    {"Sources/Features/Home/Templates/help.mustache", f136, sizeof f136 - 1},
    {"Sources/Features/Home/Templates/home.mustache", f137, sizeof f137 - 1},
    {"Sources/Features/Home/Templates/privacy.mustache", f138, sizeof f138 - 1},
    {"Sources/Features/Home/Templates/start.mustache", f139, sizeof f139 - 1},
    {"Sources/Features/Keys/Messages.json", f140, sizeof f140 - 1},
    {"Sources/Features/Keys/Templates/reset_start.mustache", f141, sizeof f141 - 1},
    {"Sources/Features/Keys/Templates/room.mustache", f142, sizeof f142 - 1},
    {"Sources/Features/Keys/Templates/room_open.mustache", f143, sizeof f143 - 1},
    {"Sources/Features/Matching/Messages.json", f144, sizeof f144 - 1},
    {"Sources/Features/Matching/Templates/arrange.mustache", f145, sizeof f145 - 1},
    {"Sources/Features/Matching/Templates/ask.mustache", f146, sizeof f146 - 1},
    {"Sources/Features/Matching/Templates/decline.mustache", f147, sizeof f147 - 1},
    {"Sources/Features/Matching/Templates/find.mustache", f148, sizeof f148 - 1},
    {"Sources/Features/Matching/Templates/find_errors.mustache", f149, sizeof f149 - 1},
    {"Sources/Features/Matching/Templates/request.mustache", f150, sizeof f150 - 1},
    {"Sources/Features/Matching/Templates/request_line.mustache", f151, sizeof f151 - 1},
    {"Sources/Features/Matching/Templates/requests.mustache", f152, sizeof f152 - 1},
    {"Sources/Features/Pools/Messages.json", f153, sizeof f153 - 1},
    {"Sources/Features/Pools/Templates/organisations.mustache", f154, sizeof f154 - 1},
    {"Sources/Features/Pools/Templates/people.mustache", f155, sizeof f155 - 1},
    {"Sources/Features/Pools/Templates/people_import.mustache", f156, sizeof f156 - 1},
    {"Sources/Features/Pools/Templates/people_import_done.mustache", f157, sizeof f157 - 1},
    {"Sources/Features/Pools/Templates/people_import_preview.mustache", f158, sizeof f158 - 1},
    {"Sources/Features/Pools/Templates/people_import_running.mustache", f159, sizeof f159 - 1},
    {"Sources/Features/Pools/Templates/person.mustache", f160, sizeof f160 - 1},
    {"Sources/Features/Pools/Templates/pools_form.mustache", f161, sizeof f161 - 1},
    {"Sources/Features/Pools/Templates/role_row.mustache", f162, sizeof f162 - 1},
    {"Sources/Features/Pools/Templates/roles.mustache", f163, sizeof f163 - 1},
    {"Sources/Features/Pools/Templates/settings.mustache", f164, sizeof f164 - 1},
    {"Sources/Features/Practitioners/Messages.json", f165, sizeof f165 - 1},
    {"Sources/Features/Practitioners/Templates/admission.mustache", f166, sizeof f166 - 1},
    {"Sources/Features/Practitioners/Templates/claim_check.mustache", f167, sizeof f167 - 1},
    {"Sources/Features/Practitioners/Templates/claim_detail.mustache", f168, sizeof f168 - 1},
    {"Sources/Features/Practitioners/Templates/claim_new.mustache", f169, sizeof f169 - 1},
    {"Sources/Features/Practitioners/Templates/claim_own.mustache", f170, sizeof f170 - 1},
    {"Sources/Features/Practitioners/Templates/claims.mustache", f171, sizeof f171 - 1},
    {"Sources/Features/Practitioners/Templates/practice_application.mustache", f172, sizeof f172 - 1},
    {"Sources/Features/Practitioners/Templates/practice_availability.mustache", f173, sizeof f173 - 1},
    {"Sources/Features/Practitioners/Templates/practice_code.mustache", f174, sizeof f174 - 1},
    {"Sources/Features/Practitioners/Templates/practice_preview.mustache", f175, sizeof f175 - 1},
    {"Sources/Features/Practitioners/Templates/practice_profile.mustache", f176, sizeof f176 - 1},
    {"Sources/Features/Practitioners/Templates/practitioner.mustache", f177, sizeof f177 - 1},
    {"Sources/Features/Practitioners/Templates/practitioner_card.mustache", f178, sizeof f178 - 1},
    {"Sources/Features/Practitioners/Templates/practitioner_list.mustache", f179, sizeof f179 - 1},
    {"Sources/Features/Practitioners/Templates/service.mustache", f180, sizeof f180 - 1},
    {"Sources/Features/Practitioners/Templates/services.mustache", f181, sizeof f181 - 1},
    {"Sources/Features/Practitioners/Templates/ties.mustache", f182, sizeof f182 - 1},
    {"Sources/Features/Programmes/Messages.json", f183, sizeof f183 - 1},
    {"Sources/Features/Programmes/Templates/programme.mustache", f184, sizeof f184 - 1},
    {"Sources/Features/Programmes/Templates/programme_application.mustache", f185, sizeof f185 - 1},
    {"Sources/Features/Programmes/Templates/programme_file.mustache", f186, sizeof f186 - 1},
    {"Sources/Features/Programmes/Templates/programme_form.mustache", f187, sizeof f187 - 1},
    {"Sources/Features/Programmes/Templates/programme_line.mustache", f188, sizeof f188 - 1},
    {"Sources/Features/Programmes/Templates/programme_names.mustache", f189, sizeof f189 - 1},
    {"Sources/Features/Programmes/Templates/programme_offer.mustache", f190, sizeof f190 - 1},
    {"Sources/Features/Programmes/Templates/programmes.mustache", f191, sizeof f191 - 1},
    {"Sources/Features/Programmes/Templates/round.mustache", f192, sizeof f192 - 1},
    {"Sources/Features/Programmes/Templates/round_client.mustache", f193, sizeof f193 - 1},
    {"Sources/Features/Programmes/Templates/round_draft.mustache", f194, sizeof f194 - 1},
    {"Sources/Features/Programmes/Templates/round_pairs.mustache", f195, sizeof f195 - 1},
    {"Sources/Features/Programmes/Templates/round_publication.mustache", f196, sizeof f196 - 1},
    {"Sources/Features/Programmes/Templates/round_repeat.mustache", f197, sizeof f197 - 1},
    {"Sources/Features/Programmes/Templates/round_solving.mustache", f198, sizeof f198 - 1},
    {"Sources/Features/Queues/Messages.json", f199, sizeof f199 - 1},
    {"Sources/Features/Queues/Templates/queue.mustache", f200, sizeof f200 - 1},
    {"Sources/PolicyPacks/Packs/ac/figures-2026/pack.json", f201, sizeof f201 - 1},
    {"Sources/PolicyPacks/Packs/emcc/figures-2026/pack.json", f202, sizeof f202 - 1},
    {"Sources/PolicyPacks/Packs/evidence.json", f203, sizeof f203 - 1},
    {"Sources/PolicyPacks/Packs/global/2018/pack.json", f204, sizeof f204 - 1},
    {"Sources/PolicyPacks/Packs/icf/figures-2026/pack.json", f205, sizeof f205 - 1},
    {"Sources/PolicyPacks/Packs/icf-confidentiality/undated/pack.json", f206, sizeof f206 - 1},
    {"Sources/PolicyPacks/Packs/iicm/issue-2/pack.json", f207, sizeof f207 - 1},
    {"Sources/PolicyPacks/Packs/ircm-confidentiality/undated/pack.json", f208, sizeof f208 - 1},
    {"Sources/PolicyPacks/Packs/register.json", f209, sizeof f209 - 1},
    {"Sources/PolicyPacks/Packs/wme/undated/pack.json", f210, sizeof f210 - 1},
    {"Sources/Schema/Migrations/202611210900_pool.sql", f211, sizeof f211 - 1},
    {"Sources/Schema/Migrations/202611210901_person.sql", f212, sizeof f212 - 1},
    {"Sources/Schema/Migrations/202611210902_journal.sql", f213, sizeof f213 - 1},
    {"Sources/Schema/Migrations/202611210903_mail.sql", f214, sizeof f214 - 1},
    {"Sources/Schema/Migrations/202611210905_accounts.sql", f215, sizeof f215 - 1},
    {"Sources/Schema/Migrations/202611210910_practitioner.sql", f216, sizeof f216 - 1},
    {"Sources/Schema/Migrations/202611210911_match_request.sql", f217, sizeof f217 - 1},
    {"Sources/Schema/Migrations/202611210912_engagement.sql", f218, sizeof f218 - 1},
    {"Sources/Schema/Migrations/202611220010_queue.sql", f219, sizeof f219 - 1},
    {"Sources/Schema/Migrations/202611220011_codes.sql", f220, sizeof f220 - 1},
    {"Sources/Schema/Migrations/202611220012_gates.sql", f221, sizeof f221 - 1},
    {"Sources/Schema/Migrations/202611220013_waiting.sql", f222, sizeof f222 - 1},
    {"Sources/Schema/Migrations/202611220040_house.sql", f223, sizeof f223 - 1},
    {"Sources/Schema/Migrations/202611220050_room_sign_in.sql", f224, sizeof f224 - 1},
    {"Sources/Schema/Migrations/202611220051_keys.sql", f225, sizeof f225 - 1},
    {"Sources/Schema/Migrations/202611220105_programme.sql", f226, sizeof f226 - 1},
    {"Sources/Schema/Migrations/202611220125_room_sign_in_by_sign_in.sql", f227, sizeof f227 - 1},
    {"Sources/Web/Messages.json", f228, sizeof f228 - 1},
    {"Sources/Web/Styles/quiet.css", f229, sizeof f229 - 1},
    {"Sources/Web/Templates/contacts.mustache", f230, sizeof f230 - 1},
    {"Sources/Web/Templates/error.mustache", f231, sizeof f231 - 1},
    {"Sources/Web/Templates/field.mustache", f232, sizeof f232 - 1},
    {"Sources/Web/Templates/field_help.mustache", f233, sizeof f233 - 1},
    {"Sources/Web/Templates/form.mustache", f234, sizeof f234 - 1},
    {"Sources/Web/Templates/layout.mustache", f235, sizeof f235 - 1},
    {0, 0, 0}};

unsigned long confidant_asset_count(void) { return 236; }

const confidant_asset *confidant_asset_at(unsigned long index) { return &assets[index]; }
