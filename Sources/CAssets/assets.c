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
    {0, 0, 0}};

unsigned long confidant_asset_count(void) { return 9; }

const confidant_asset *confidant_asset_at(unsigned long index) { return &assets[index]; }
