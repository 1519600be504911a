// SPDX-License-Identifier: EUPL-1.2
#ifndef CONFIDANT_ASSETS_H
#define CONFIDANT_ASSETS_H

/// One file inside the program: its path in the source tree, its bytes and their number.
typedef struct {
    const char *name;
    const unsigned char *bytes;
    unsigned long count;
} confidant_asset;

unsigned long confidant_asset_count(void);

/// The file at an index below the count.
const confidant_asset *confidant_asset_at(unsigned long index);

#endif
