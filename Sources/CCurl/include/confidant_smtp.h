// SPDX-License-Identifier: EUPL-1.2
#ifndef CONFIDANT_SMTP_H
#define CONFIDANT_SMTP_H

#include <stddef.h>

// Swift cannot call variadic functions such as curl_easy_setopt, so one message over SMTP is one typed call here.

typedef struct confidant_smtp confidant_smtp;

typedef struct {
    const char *url;       // smtp://host:port (STARTTLS is demanded) or smtps://host:port
    const char *user;      // NULL: no authentication
    const char *password;
    const char *ca_file;   // NULL: the system's authorities
    const char *from;      // of the envelope, without angle brackets
    const char *to;
    const unsigned char *message;
    size_t length;
    long connect_timeout;  // seconds
    long timeout;          // seconds in all
} confidant_smtp_request;

// How far the conversation had come.
typedef enum {
    CONFIDANT_SMTP_BEFORE = 0,  // connecting, greeting, TLS, authentication
    CONFIDANT_SMTP_MAIL = 1,
    CONFIDANT_SMTP_RCPT = 2,
    CONFIDANT_SMTP_DATA = 3
} confidant_smtp_stage;

// Kinds of failure, so that libcurl's own numbers stay on this side.
typedef enum {
    CONFIDANT_SMTP_OK = 0,
    CONFIDANT_SMTP_RESOLVE,
    CONFIDANT_SMTP_CONNECT,
    CONFIDANT_SMTP_TIMEOUT,
    CONFIDANT_SMTP_TLS,
    CONFIDANT_SMTP_LOGIN,
    CONFIDANT_SMTP_REPLY,   // the server answered, and not with yes: see reply
    CONFIDANT_SMTP_OTHER
} confidant_smtp_failure;

typedef struct {
    confidant_smtp_failure failure;
    confidant_smtp_stage stage;
    long reply;             // the server's last reply code, 0 if there was none
    char status[12];        // the enhanced status code (RFC 3463) of the refusal, such as "5.1.1", or ""
} confidant_smtp_result;

// A sender that keeps its connection between messages; for one thread at a time. NULL if memory is short.
confidant_smtp *confidant_smtp_open(void);
confidant_smtp_result confidant_smtp_send(confidant_smtp *sender, const confidant_smtp_request *request);
void confidant_smtp_close(confidant_smtp *sender);

#endif
