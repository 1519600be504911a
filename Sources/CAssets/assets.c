// Written by Scripts/embed-assets; do not edit.
#include "assets.h"

static const unsigned char f0[] = {
#embed "../../Sources/Features/Accounts/Messages.json" suffix(,)
0};
static const unsigned char f1[] = {
#embed "../../Sources/Features/Engagements/Messages.json" suffix(,)
0};
static const unsigned char f2[] = {
#embed "../../Sources/Features/Matching/Messages.json" suffix(,)
0};
static const unsigned char f3[] = {
#embed "../../Sources/Features/Pools/Messages.json" suffix(,)
0};
static const unsigned char f4[] = {
#embed "../../Sources/Features/Practitioners/Messages.json" suffix(,)
0};
static const unsigned char f5[] = {
#embed "../../Sources/Schema/Migrations/202611210900_pool.sql" suffix(,)
0};
static const unsigned char f6[] = {
#embed "../../Sources/Schema/Migrations/202611210901_person.sql" suffix(,)
0};
static const unsigned char f7[] = {
#embed "../../Sources/Schema/Migrations/202611210902_journal.sql" suffix(,)
0};
static const unsigned char f8[] = {
#embed "../../Sources/Web/Messages.json" suffix(,)
0};
static const unsigned char f9[] = {
#embed "../../Sources/Web/Templates/error.mustache" suffix(,)
0};
static const unsigned char f10[] = {
#embed "../../Sources/Web/Templates/field.mustache" suffix(,)
0};
static const unsigned char f11[] = {
#embed "../../Sources/Web/Templates/field_help.mustache" suffix(,)
0};
static const unsigned char f12[] = {
#embed "../../Sources/Web/Templates/form.mustache" suffix(,)
0};
static const unsigned char f13[] = {
#embed "../../Sources/Web/Templates/layout.mustache" suffix(,)
0};

static const confidant_asset assets[] = {
    {"Sources/Features/Accounts/Messages.json", f0, sizeof f0 - 1},
    {"Sources/Features/Engagements/Messages.json", f1, sizeof f1 - 1},
    {"Sources/Features/Matching/Messages.json", f2, sizeof f2 - 1},
    {"Sources/Features/Pools/Messages.json", f3, sizeof f3 - 1},
    {"Sources/Features/Practitioners/Messages.json", f4, sizeof f4 - 1},
    {"Sources/Schema/Migrations/202611210900_pool.sql", f5, sizeof f5 - 1},
    {"Sources/Schema/Migrations/202611210901_person.sql", f6, sizeof f6 - 1},
    {"Sources/Schema/Migrations/202611210902_journal.sql", f7, sizeof f7 - 1},
    {"Sources/Web/Messages.json", f8, sizeof f8 - 1},
    {"Sources/Web/Templates/error.mustache", f9, sizeof f9 - 1},
    {"Sources/Web/Templates/field.mustache", f10, sizeof f10 - 1},
    {"Sources/Web/Templates/field_help.mustache", f11, sizeof f11 - 1},
    {"Sources/Web/Templates/form.mustache", f12, sizeof f12 - 1},
    {"Sources/Web/Templates/layout.mustache", f13, sizeof f13 - 1},
    {0, 0, 0}};

unsigned long confidant_asset_count(void) { return 14; }

const confidant_asset *confidant_asset_at(unsigned long index) { return &assets[index]; }
