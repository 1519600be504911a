// Written by Scripts/embed-assets; do not edit.
#include "assets.h"

static const unsigned char f0[] = {
#embed "../../Sources/App/Demo/people.csv" suffix(,)
0};
static const unsigned char f1[] = {
#embed "../../Sources/Features/Accounts/Messages.json" suffix(,)
0};
static const unsigned char f2[] = {
#embed "../../Sources/Features/Accounts/Templates/address_confirm.mustache" suffix(,)
0};
static const unsigned char f3[] = {
#embed "../../Sources/Features/Accounts/Templates/contact.mustache" suffix(,)
0};
static const unsigned char f4[] = {
#embed "../../Sources/Features/Accounts/Templates/contact_sent.mustache" suffix(,)
0};
static const unsigned char f5[] = {
#embed "../../Sources/Features/Accounts/Templates/enter.mustache" suffix(,)
0};
static const unsigned char f6[] = {
#embed "../../Sources/Features/Accounts/Templates/enter_over.mustache" suffix(,)
0};
static const unsigned char f7[] = {
#embed "../../Sources/Features/Accounts/Templates/enter_unknown.mustache" suffix(,)
0};
static const unsigned char f8[] = {
#embed "../../Sources/Features/Accounts/Templates/invitations.mustache" suffix(,)
0};
static const unsigned char f9[] = {
#embed "../../Sources/Features/Accounts/Templates/invitations_made.mustache" suffix(,)
0};
static const unsigned char f10[] = {
#embed "../../Sources/Features/Accounts/Templates/invitee.mustache" suffix(,)
0};
static const unsigned char f11[] = {
#embed "../../Sources/Features/Accounts/Templates/letter.mustache" suffix(,)
0};
static const unsigned char f12[] = {
#embed "../../Sources/Features/Accounts/Templates/me.mustache" suffix(,)
0};
static const unsigned char f13[] = {
#embed "../../Sources/Features/Accounts/Templates/sign_in.mustache" suffix(,)
0};
static const unsigned char f14[] = {
#embed "../../Sources/Features/Accounts/Templates/sign_in_code.mustache" suffix(,)
0};
static const unsigned char f15[] = {
#embed "../../Sources/Features/Accounts/Templates/sign_in_sent.mustache" suffix(,)
0};
static const unsigned char f16[] = {
#embed "../../Sources/Features/Accounts/Templates/signed_out.mustache" suffix(,)
0};
static const unsigned char f17[] = {
#embed "../../Sources/Features/Engagements/Messages.json" suffix(,)
0};
static const unsigned char f18[] = {
#embed "../../Sources/Features/Engagements/Templates/choice.mustache" suffix(,)
0};
static const unsigned char f19[] = {
#embed "../../Sources/Features/Engagements/Templates/engagement.mustache" suffix(,)
0};
static const unsigned char f20[] = {
#embed "../../Sources/Features/Engagements/Templates/engagement_closure.mustache" suffix(,)
0};
static const unsigned char f21[] = {
#embed "../../Sources/Features/Engagements/Templates/engagements.mustache" suffix(,)
0};
static const unsigned char f22[] = {
#embed "../../Sources/Features/Home/Messages.json" suffix(,)
0};
static const unsigned char f23[] = {
#embed "../../Sources/Features/Home/Templates/about.mustache" suffix(,)
0};
static const unsigned char f24[] = {
#embed "../../Sources/Features/Home/Templates/accessibility.mustache" suffix(,)
0};
static const unsigned char f25[] = {
#embed "../../Sources/Features/Home/Templates/components.mustache" suffix(,)
0};
static const unsigned char f26[] = {
#embed "../../Sources/Features/Home/Templates/concern.mustache" suffix(,)
0};
static const unsigned char f27[] = {
#embed "../../Sources/Features/Home/Templates/conduct.mustache" suffix(,)
0};
static const unsigned char f28[] = {
#embed "../../Sources/Features/Home/Templates/demo_mail.mustache" suffix(,)
0};
static const unsigned char f29[] = {
#embed "../../Sources/Features/Home/Templates/help.mustache" suffix(,)
0};
static const unsigned char f30[] = {
#embed "../../Sources/Features/Home/Templates/home.mustache" suffix(,)
0};
static const unsigned char f31[] = {
#embed "../../Sources/Features/Home/Templates/privacy.mustache" suffix(,)
0};
static const unsigned char f32[] = {
#embed "../../Sources/Features/Home/Templates/start.mustache" suffix(,)
0};
static const unsigned char f33[] = {
#embed "../../Sources/Features/Matching/Messages.json" suffix(,)
0};
static const unsigned char f34[] = {
#embed "../../Sources/Features/Matching/Templates/arrange.mustache" suffix(,)
0};
static const unsigned char f35[] = {
#embed "../../Sources/Features/Matching/Templates/ask.mustache" suffix(,)
0};
static const unsigned char f36[] = {
#embed "../../Sources/Features/Matching/Templates/decline.mustache" suffix(,)
0};
static const unsigned char f37[] = {
#embed "../../Sources/Features/Matching/Templates/find.mustache" suffix(,)
0};
static const unsigned char f38[] = {
#embed "../../Sources/Features/Matching/Templates/find_errors.mustache" suffix(,)
0};
static const unsigned char f39[] = {
#embed "../../Sources/Features/Matching/Templates/request.mustache" suffix(,)
0};
static const unsigned char f40[] = {
#embed "../../Sources/Features/Matching/Templates/request_line.mustache" suffix(,)
0};
static const unsigned char f41[] = {
#embed "../../Sources/Features/Matching/Templates/requests.mustache" suffix(,)
0};
static const unsigned char f42[] = {
#embed "../../Sources/Features/Pools/Messages.json" suffix(,)
0};
static const unsigned char f43[] = {
#embed "../../Sources/Features/Pools/Templates/organisations.mustache" suffix(,)
0};
static const unsigned char f44[] = {
#embed "../../Sources/Features/Pools/Templates/people.mustache" suffix(,)
0};
static const unsigned char f45[] = {
#embed "../../Sources/Features/Pools/Templates/people_import.mustache" suffix(,)
0};
static const unsigned char f46[] = {
#embed "../../Sources/Features/Pools/Templates/people_import_done.mustache" suffix(,)
0};
static const unsigned char f47[] = {
#embed "../../Sources/Features/Pools/Templates/people_import_preview.mustache" suffix(,)
0};
static const unsigned char f48[] = {
#embed "../../Sources/Features/Pools/Templates/people_import_running.mustache" suffix(,)
0};
static const unsigned char f49[] = {
#embed "../../Sources/Features/Pools/Templates/person.mustache" suffix(,)
0};
static const unsigned char f50[] = {
#embed "../../Sources/Features/Pools/Templates/pools_form.mustache" suffix(,)
0};
static const unsigned char f51[] = {
#embed "../../Sources/Features/Pools/Templates/role_row.mustache" suffix(,)
0};
static const unsigned char f52[] = {
#embed "../../Sources/Features/Pools/Templates/roles.mustache" suffix(,)
0};
static const unsigned char f53[] = {
#embed "../../Sources/Features/Pools/Templates/settings.mustache" suffix(,)
0};
static const unsigned char f54[] = {
#embed "../../Sources/Features/Practitioners/Messages.json" suffix(,)
0};
static const unsigned char f55[] = {
#embed "../../Sources/Features/Practitioners/Templates/practice_availability.mustache" suffix(,)
0};
static const unsigned char f56[] = {
#embed "../../Sources/Features/Practitioners/Templates/practice_preview.mustache" suffix(,)
0};
static const unsigned char f57[] = {
#embed "../../Sources/Features/Practitioners/Templates/practice_profile.mustache" suffix(,)
0};
static const unsigned char f58[] = {
#embed "../../Sources/Features/Practitioners/Templates/practitioner.mustache" suffix(,)
0};
static const unsigned char f59[] = {
#embed "../../Sources/Features/Practitioners/Templates/practitioner_card.mustache" suffix(,)
0};
static const unsigned char f60[] = {
#embed "../../Sources/Features/Practitioners/Templates/practitioner_list.mustache" suffix(,)
0};
static const unsigned char f61[] = {
#embed "../../Sources/PolicyPacks/Packs/ac/figures-2026/pack.json" suffix(,)
0};
static const unsigned char f62[] = {
#embed "../../Sources/PolicyPacks/Packs/emcc/figures-2026/pack.json" suffix(,)
0};
static const unsigned char f63[] = {
#embed "../../Sources/PolicyPacks/Packs/evidence.json" suffix(,)
0};
static const unsigned char f64[] = {
#embed "../../Sources/PolicyPacks/Packs/global/2018/pack.json" suffix(,)
0};
static const unsigned char f65[] = {
#embed "../../Sources/PolicyPacks/Packs/icf/figures-2026/pack.json" suffix(,)
0};
static const unsigned char f66[] = {
#embed "../../Sources/PolicyPacks/Packs/icf-confidentiality/undated/pack.json" suffix(,)
0};
static const unsigned char f67[] = {
#embed "../../Sources/PolicyPacks/Packs/iicm/issue-2/pack.json" suffix(,)
0};
static const unsigned char f68[] = {
#embed "../../Sources/PolicyPacks/Packs/ircm-confidentiality/undated/pack.json" suffix(,)
0};
static const unsigned char f69[] = {
#embed "../../Sources/PolicyPacks/Packs/register.json" suffix(,)
0};
static const unsigned char f70[] = {
#embed "../../Sources/PolicyPacks/Packs/wme/undated/pack.json" suffix(,)
0};
static const unsigned char f71[] = {
#embed "../../Sources/Schema/Migrations/202611210900_pool.sql" suffix(,)
0};
static const unsigned char f72[] = {
#embed "../../Sources/Schema/Migrations/202611210901_person.sql" suffix(,)
0};
static const unsigned char f73[] = {
#embed "../../Sources/Schema/Migrations/202611210902_journal.sql" suffix(,)
0};
static const unsigned char f74[] = {
#embed "../../Sources/Schema/Migrations/202611210903_mail.sql" suffix(,)
0};
static const unsigned char f75[] = {
#embed "../../Sources/Schema/Migrations/202611210905_accounts.sql" suffix(,)
0};
static const unsigned char f76[] = {
#embed "../../Sources/Schema/Migrations/202611210910_practitioner.sql" suffix(,)
0};
static const unsigned char f77[] = {
#embed "../../Sources/Schema/Migrations/202611210911_match_request.sql" suffix(,)
0};
static const unsigned char f78[] = {
#embed "../../Sources/Schema/Migrations/202611210912_engagement.sql" suffix(,)
0};
static const unsigned char f79[] = {
#embed "../../Sources/Schema/Migrations/202611220040_house.sql" suffix(,)
0};
static const unsigned char f80[] = {
#embed "../../Sources/Schema/Migrations/202611220050_room_sign_in.sql" suffix(,)
0};
static const unsigned char f81[] = {
#embed "../../Sources/Web/Messages.json" suffix(,)
0};
static const unsigned char f82[] = {
#embed "../../Sources/Web/Styles/quiet.css" suffix(,)
0};
static const unsigned char f83[] = {
#embed "../../Sources/Web/Templates/error.mustache" suffix(,)
0};
static const unsigned char f84[] = {
#embed "../../Sources/Web/Templates/field.mustache" suffix(,)
0};
static const unsigned char f85[] = {
#embed "../../Sources/Web/Templates/field_help.mustache" suffix(,)
0};
static const unsigned char f86[] = {
#embed "../../Sources/Web/Templates/form.mustache" suffix(,)
0};
static const unsigned char f87[] = {
#embed "../../Sources/Web/Templates/layout.mustache" suffix(,)
0};

static const confidant_asset assets[] = {
    {"Sources/App/Demo/people.csv", f0, sizeof f0 - 1},
    {"Sources/Features/Accounts/Messages.json", f1, sizeof f1 - 1},
    {"Sources/Features/Accounts/Templates/address_confirm.mustache", f2, sizeof f2 - 1},
    {"Sources/Features/Accounts/Templates/contact.mustache", f3, sizeof f3 - 1},
    {"Sources/Features/Accounts/Templates/contact_sent.mustache", f4, sizeof f4 - 1},
    {"Sources/Features/Accounts/Templates/enter.mustache", f5, sizeof f5 - 1},
    {"Sources/Features/Accounts/Templates/enter_over.mustache", f6, sizeof f6 - 1},
    {"Sources/Features/Accounts/Templates/enter_unknown.mustache", f7, sizeof f7 - 1},
    {"Sources/Features/Accounts/Templates/invitations.mustache", f8, sizeof f8 - 1},
    {"Sources/Features/Accounts/Templates/invitations_made.mustache", f9, sizeof f9 - 1},
    {"Sources/Features/Accounts/Templates/invitee.mustache", f10, sizeof f10 - 1},
    {"Sources/Features/Accounts/Templates/letter.mustache", f11, sizeof f11 - 1},
    {"Sources/Features/Accounts/Templates/me.mustache", f12, sizeof f12 - 1},
    {"Sources/Features/Accounts/Templates/sign_in.mustache", f13, sizeof f13 - 1},
    {"Sources/Features/Accounts/Templates/sign_in_code.mustache", f14, sizeof f14 - 1},
    {"Sources/Features/Accounts/Templates/sign_in_sent.mustache", f15, sizeof f15 - 1},
    {"Sources/Features/Accounts/Templates/signed_out.mustache", f16, sizeof f16 - 1},
    {"Sources/Features/Engagements/Messages.json", f17, sizeof f17 - 1},
    {"Sources/Features/Engagements/Templates/choice.mustache", f18, sizeof f18 - 1},
    {"Sources/Features/Engagements/Templates/engagement.mustache", f19, sizeof f19 - 1},
    {"Sources/Features/Engagements/Templates/engagement_closure.mustache", f20, sizeof f20 - 1},
    {"Sources/Features/Engagements/Templates/engagements.mustache", f21, sizeof f21 - 1},
    {"Sources/Features/Home/Messages.json", f22, sizeof f22 - 1},
    {"Sources/Features/Home/Templates/about.mustache", f23, sizeof f23 - 1},
    {"Sources/Features/Home/Templates/accessibility.mustache", f24, sizeof f24 - 1},
    {"Sources/Features/Home/Templates/components.mustache", f25, sizeof f25 - 1},
    {"Sources/Features/Home/Templates/concern.mustache", f26, sizeof f26 - 1},
    {"Sources/Features/Home/Templates/conduct.mustache", f27, sizeof f27 - 1},
    {"Sources/Features/Home/Templates/demo_mail.mustache", f28, sizeof f28 - 1},
    {"Sources/Features/Home/Templates/help.mustache", f29, sizeof f29 - 1},
    {"Sources/Features/Home/Templates/home.mustache", f30, sizeof f30 - 1},
    {"Sources/Features/Home/Templates/privacy.mustache", f31, sizeof f31 - 1},
    {"Sources/Features/Home/Templates/start.mustache", f32, sizeof f32 - 1},
    {"Sources/Features/Matching/Messages.json", f33, sizeof f33 - 1},
    {"Sources/Features/Matching/Templates/arrange.mustache", f34, sizeof f34 - 1},
    {"Sources/Features/Matching/Templates/ask.mustache", f35, sizeof f35 - 1},
    {"Sources/Features/Matching/Templates/decline.mustache", f36, sizeof f36 - 1},
    {"Sources/Features/Matching/Templates/find.mustache", f37, sizeof f37 - 1},
    {"Sources/Features/Matching/Templates/find_errors.mustache", f38, sizeof f38 - 1},
    {"Sources/Features/Matching/Templates/request.mustache", f39, sizeof f39 - 1},
    {"Sources/Features/Matching/Templates/request_line.mustache", f40, sizeof f40 - 1},
    {"Sources/Features/Matching/Templates/requests.mustache", f41, sizeof f41 - 1},
    {"Sources/Features/Pools/Messages.json", f42, sizeof f42 - 1},
    {"Sources/Features/Pools/Templates/organisations.mustache", f43, sizeof f43 - 1},
    {"Sources/Features/Pools/Templates/people.mustache", f44, sizeof f44 - 1},
    {"Sources/Features/Pools/Templates/people_import.mustache", f45, sizeof f45 - 1},
    {"Sources/Features/Pools/Templates/people_import_done.mustache", f46, sizeof f46 - 1},
    {"Sources/Features/Pools/Templates/people_import_preview.mustache", f47, sizeof f47 - 1},
    {"Sources/Features/Pools/Templates/people_import_running.mustache", f48, sizeof f48 - 1},
    {"Sources/Features/Pools/Templates/person.mustache", f49, sizeof f49 - 1},
    {"Sources/Features/Pools/Templates/pools_form.mustache", f50, sizeof f50 - 1},
    {"Sources/Features/Pools/Templates/role_row.mustache", f51, sizeof f51 - 1},
    {"Sources/Features/Pools/Templates/roles.mustache", f52, sizeof f52 - 1},
    {"Sources/Features/Pools/Templates/settings.mustache", f53, sizeof f53 - 1},
    {"Sources/Features/Practitioners/Messages.json", f54, sizeof f54 - 1},
    {"Sources/Features/Practitioners/Templates/practice_availability.mustache", f55, sizeof f55 - 1},
    {"Sources/Features/Practitioners/Templates/practice_preview.mustache", f56, sizeof f56 - 1},
    {"Sources/Features/Practitioners/Templates/practice_profile.mustache", f57, sizeof f57 - 1},
    {"Sources/Features/Practitioners/Templates/practitioner.mustache", f58, sizeof f58 - 1},
    {"Sources/Features/Practitioners/Templates/practitioner_card.mustache", f59, sizeof f59 - 1},
    {"Sources/Features/Practitioners/Templates/practitioner_list.mustache", f60, sizeof f60 - 1},
    {"Sources/PolicyPacks/Packs/ac/figures-2026/pack.json", f61, sizeof f61 - 1},
    {"Sources/PolicyPacks/Packs/emcc/figures-2026/pack.json", f62, sizeof f62 - 1},
    {"Sources/PolicyPacks/Packs/evidence.json", f63, sizeof f63 - 1},
    {"Sources/PolicyPacks/Packs/global/2018/pack.json", f64, sizeof f64 - 1},
    {"Sources/PolicyPacks/Packs/icf/figures-2026/pack.json", f65, sizeof f65 - 1},
    {"Sources/PolicyPacks/Packs/icf-confidentiality/undated/pack.json", f66, sizeof f66 - 1},
    {"Sources/PolicyPacks/Packs/iicm/issue-2/pack.json", f67, sizeof f67 - 1},
    {"Sources/PolicyPacks/Packs/ircm-confidentiality/undated/pack.json", f68, sizeof f68 - 1},
    {"Sources/PolicyPacks/Packs/register.json", f69, sizeof f69 - 1},
    {"Sources/PolicyPacks/Packs/wme/undated/pack.json", f70, sizeof f70 - 1},
    {"Sources/Schema/Migrations/202611210900_pool.sql", f71, sizeof f71 - 1},
    {"Sources/Schema/Migrations/202611210901_person.sql", f72, sizeof f72 - 1},
    {"Sources/Schema/Migrations/202611210902_journal.sql", f73, sizeof f73 - 1},
    {"Sources/Schema/Migrations/202611210903_mail.sql", f74, sizeof f74 - 1},
    {"Sources/Schema/Migrations/202611210905_accounts.sql", f75, sizeof f75 - 1},
    {"Sources/Schema/Migrations/202611210910_practitioner.sql", f76, sizeof f76 - 1},
    {"Sources/Schema/Migrations/202611210911_match_request.sql", f77, sizeof f77 - 1},
    {"Sources/Schema/Migrations/202611210912_engagement.sql", f78, sizeof f78 - 1},
    {"Sources/Schema/Migrations/202611220040_house.sql", f79, sizeof f79 - 1},
    {"Sources/Schema/Migrations/202611220050_room_sign_in.sql", f80, sizeof f80 - 1},
    {"Sources/Web/Messages.json", f81, sizeof f81 - 1},
    {"Sources/Web/Styles/quiet.css", f82, sizeof f82 - 1},
    {"Sources/Web/Templates/error.mustache", f83, sizeof f83 - 1},
    {"Sources/Web/Templates/field.mustache", f84, sizeof f84 - 1},
    {"Sources/Web/Templates/field_help.mustache", f85, sizeof f85 - 1},
    {"Sources/Web/Templates/form.mustache", f86, sizeof f86 - 1},
    {"Sources/Web/Templates/layout.mustache", f87, sizeof f87 - 1},
    {0, 0, 0}};

unsigned long confidant_asset_count(void) { return 88; }

const confidant_asset *confidant_asset_at(unsigned long index) { return &assets[index]; }
