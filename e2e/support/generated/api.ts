export interface paths {
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the current user
         * @description The person and the token behind this request.
         */
        get: operations["readMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get your device data
         * @description Your live and ended sessions and API tokens, known browsers and history. The same as the download.
         */
        get: operations["readMyDevices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your sessions
         * @description Your live sessions: the calling session, then the others, most recently started first. Follow `next`, or the Link header, for the rest.
         */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Log out one device
         * @description Ends one of your live sessions. Someone else's session returns 404.
         */
        delete: operations["revokeSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/log-out-others": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log out other devices
         * @description Ends every other session and all unused login links. Called with an API token, it ends every session.
         */
        post: operations["logOutOthers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/log-out-everywhere": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log out everywhere
         * @description Ends everything the policy covers, including the caller.
         */
        post: operations["logOutEverywhere"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/receipts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a receipt
         * @description What it ended, and whether any of that still works. Someone else's returns 404.
         */
        get: operations["readReceipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List everyone's tokens
         * @description 50 at a time, most recently used first.
         */
        get: operations["listTokens"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a token
         * @description Ends one live token, anyone's and of any purpose.
         */
        delete: operations["revokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/users/{id}/log-out-everywhere": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log a person out everywhere
         * @description Ends everything the policy covers, and emails the person about it. If called on yourself, it keeps the calling token.
         */
        post: operations["logUserOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/introspect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Introspect a token
         * @description Token introspection as in RFC 7662. It doesn't count as use.
         */
        post: operations["introspect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke a token by its secret
         * @description Token revocation as in RFC 7009: an unknown secret gets the same response.
         */
        post: operations["revokeSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description The current user. */
        Me: {
            /** Format: uuid */
            id: string;
            email: string;
            name: string | null;
            /** @enum {string} */
            role: "user" | "admin";
            /** @description The calling token. */
            token: {
                /** Format: uuid */
                id: string;
                /** @description How its owner was authenticated. */
                method: string;
                /** @description IP address it was issued to. */
                address: string | null;
                userAgent: string | null;
                /** Format: date-time */
                issuedAt: string;
                /**
                 * Format: date-time
                 * @description Recorded at most once a minute.
                 */
                lastActiveAt: string;
                /**
                 * Format: date-time
                 * @description When it expires if it stays unused.
                 */
                idleAt: string;
                /**
                 * Format: date-time
                 * @description When it expires, however much it's used.
                 */
                expiresAt: string;
                /** @enum {string} */
                purpose: "session" | "api";
                name: string | null;
            };
        };
        /** @description What went wrong (RFC 9457). */
        Problem: {
            /**
             * Format: uri
             * @description Where it's explained.
             */
            type: string;
            /** @description The kind of problem, in short. */
            title: string;
            /** @description The status of the response, repeated. */
            status: number;
            /** @description What to do about it. */
            detail: string;
            /**
             * @description The kind of problem, for programs.
             * @enum {string}
             */
            code: "invalid_request" | "unauthenticated" | "invalid_token" | "foreign_origin" | "proof_required" | "not_found" | "stale_page" | "too_large" | "too_wide" | "unsupported_media_type" | "throttled" | "failed" | "unavailable";
            /** @description Which fields are wrong, and how. */
            errors?: {
                name: string;
                detail: string;
            }[];
        };
        /** @description What's kept about a person's devices, newest first. */
        DeviceData: {
            /** Format: date-time */
            exportedAt: string;
            /** @description How long ended sessions and tokens, the history, and full IP addresses are kept, in milliseconds. */
            retention: {
                endedMs: number;
                auditMs: number;
                addressMs: number;
            };
            sessions: {
                /** Format: uuid */
                id: string;
                /** @description How its owner was authenticated. */
                method: string;
                /** @description IP address it was issued to. */
                address: string | null;
                userAgent: string | null;
                /** Format: date-time */
                issuedAt: string;
                /**
                 * Format: date-time
                 * @description Recorded at most once a minute.
                 */
                lastActiveAt: string;
                /**
                 * Format: date-time
                 * @description When it expires if it stays unused.
                 */
                idleAt: string;
                /**
                 * Format: date-time
                 * @description When it expires, however much it's used.
                 */
                expiresAt: string;
                name: string | null;
                /** @enum {string} */
                status: "active" | "idle" | "expired" | "revoked";
                /**
                 * Format: date-time
                 * @description When it ended, or expires if it stays unused.
                 */
                endsAt: string;
                reason: ("log_out" | "replaced" | "revoked_by_user" | "log_out_others" | "log_out_everywhere" | "password_change" | "password_reset" | "reset_by_admin" | "email_change" | "provider_change" | "reported" | "session_limit" | "revoked_by_admin" | "role_change" | "account_disabled" | "used") | null;
            }[];
            browsers: {
                /** Format: uuid */
                id: string;
                /** @description How its owner was authenticated. */
                method: string;
                /** @description IP address it was issued to. */
                address: string | null;
                userAgent: string | null;
                /** Format: date-time */
                issuedAt: string;
                /**
                 * Format: date-time
                 * @description Recorded at most once a minute.
                 */
                lastActiveAt: string;
                /**
                 * Format: date-time
                 * @description When it expires if it stays unused.
                 */
                idleAt: string;
                /**
                 * Format: date-time
                 * @description When it expires, however much it's used.
                 */
                expiresAt: string;
                name: string | null;
                /** @enum {string} */
                status: "active" | "idle" | "expired" | "revoked";
                /**
                 * Format: date-time
                 * @description When it ended, or expires if it stays unused.
                 */
                endsAt: string;
                reason: ("log_out" | "replaced" | "revoked_by_user" | "log_out_others" | "log_out_everywhere" | "password_change" | "password_reset" | "reset_by_admin" | "email_change" | "provider_change" | "reported" | "session_limit" | "revoked_by_admin" | "role_change" | "account_disabled" | "used") | null;
                ownName: string | null;
            }[];
            apiTokens: {
                /** Format: uuid */
                id: string;
                /** @description How its owner was authenticated. */
                method: string;
                /** @description IP address it was issued to. */
                address: string | null;
                userAgent: string | null;
                /** Format: date-time */
                issuedAt: string;
                /**
                 * Format: date-time
                 * @description Recorded at most once a minute.
                 */
                lastActiveAt: string;
                /**
                 * Format: date-time
                 * @description When it expires if it stays unused.
                 */
                idleAt: string;
                /**
                 * Format: date-time
                 * @description When it expires, however much it's used.
                 */
                expiresAt: string;
                name: string | null;
                /** @enum {string} */
                status: "active" | "idle" | "expired" | "revoked";
                /**
                 * Format: date-time
                 * @description When it ended, or expires if it stays unused.
                 */
                endsAt: string;
                reason: ("log_out" | "replaced" | "revoked_by_user" | "log_out_others" | "log_out_everywhere" | "password_change" | "password_reset" | "reset_by_admin" | "email_change" | "provider_change" | "reported" | "session_limit" | "revoked_by_admin" | "role_change" | "account_disabled" | "used") | null;
            }[];
            history: {
                /** Format: uuid */
                id: string;
                /** Format: date-time */
                at: string;
                action: string;
                /** @enum {string} */
                by: "self" | "administrator" | "nobody";
                address: string | null;
                device: string | null;
            }[];
            /** @description False if the oldest entries were left out. */
            isWhole: boolean;
        };
        /** @description One page of a person's sessions. */
        Sessions: {
            sessions: components["schemas"]["Session"][];
            /** @description Where the next page starts; null on the last page. */
            next: string | null;
        };
        /** @description One logged-in device. */
        Session: {
            /** Format: uuid */
            id: string;
            /** @description How its owner was authenticated. */
            method: string;
            /** @description IP address it was issued to. */
            address: string | null;
            userAgent: string | null;
            /** Format: date-time */
            issuedAt: string;
            /**
             * Format: date-time
             * @description Recorded at most once a minute.
             */
            lastActiveAt: string;
            /**
             * Format: date-time
             * @description When it expires if it stays unused.
             */
            idleAt: string;
            /**
             * Format: date-time
             * @description When it expires, however much it's used.
             */
            expiresAt: string;
            /** @description Whether this is the calling session. */
            isCurrent: boolean;
            /** @description Whether the person asked to be kept logged in. */
            isRemembered: boolean;
            /** @description What the browser says about itself. */
            device: {
                title: string;
                /** @enum {string} */
                kind: "desktop" | "phone" | "tablet" | "script" | "unknown";
            };
        };
        /** @description How many tokens were ended. Those that had already ended aren't counted. */
        Ended: {
            /** @description For all purposes together. */
            ended: number;
            /** @description Per purpose. Purposes with none are omitted. */
            byPurpose: {
                [key: string]: number;
            };
            /**
             * Format: uuid
             * @description The receipt's ID.
             */
            receipt: string;
        };
        /** @description What was ended, and how. */
        Receipt: {
            /** @description For all purposes together. */
            ended: number;
            /** @description Per purpose. Purposes with none are omitted. */
            byPurpose: {
                [key: string]: number;
            };
            /** Format: uuid */
            id: string;
            /** @description What was done, as the audit log calls it. */
            action: string;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            reason: "log_out" | "replaced" | "revoked_by_user" | "log_out_others" | "log_out_everywhere" | "password_change" | "password_reset" | "reset_by_admin" | "email_change" | "provider_change" | "reported" | "session_limit" | "revoked_by_admin" | "role_change" | "account_disabled" | "used";
            /**
             * @description The person, an administrator, or someone who wasn't logged in.
             * @enum {string}
             */
            by: "self" | "administrator" | "nobody";
            address: string | null;
            /** @description How many of them still work, checked now. Anything but 0 means that something is wrong. */
            live: number;
            /** @description The sessions and API tokens that it ended, most recently used first; 100 at most. */
            tokens: {
                /** Format: uuid */
                id: string;
                /** @description How its owner was authenticated. */
                method: string;
                /** @description IP address it was issued to. */
                address: string | null;
                userAgent: string | null;
                /** Format: date-time */
                issuedAt: string;
                /**
                 * Format: date-time
                 * @description Recorded at most once a minute.
                 */
                lastActiveAt: string;
                /**
                 * Format: date-time
                 * @description When it expires if it stays unused.
                 */
                idleAt: string;
                /**
                 * Format: date-time
                 * @description When it expires, however much it's used.
                 */
                expiresAt: string;
                /** @enum {string} */
                purpose: "session" | "api";
                name: string | null;
            }[];
        };
        /** @description One page of tokens. */
        OwnedTokens: {
            tokens: components["schemas"]["OwnedToken"][];
            /** @description Where the next page starts; null on the last page. */
            next: string | null;
        };
        /** @description The record of one secret. The secret itself isn't stored. */
        OwnedToken: {
            /** Format: uuid */
            id: string;
            /** @description How its owner was authenticated. */
            method: string;
            /** @description IP address it was issued to. */
            address: string | null;
            userAgent: string | null;
            /** Format: date-time */
            issuedAt: string;
            /**
             * Format: date-time
             * @description Recorded at most once a minute.
             */
            lastActiveAt: string;
            /**
             * Format: date-time
             * @description When it expires if it stays unused.
             */
            idleAt: string;
            /**
             * Format: date-time
             * @description When it expires, however much it's used.
             */
            expiresAt: string;
            /** @enum {string} */
            purpose: "session" | "api" | "password_reset" | "magic_link" | "invitation" | "email_change" | "email_change_undo" | "report" | "browser";
            name: string | null;
            /** @enum {string} */
            status: "active" | "idle" | "expired" | "revoked";
            owner: {
                /** Format: uuid */
                id: string;
                email: string;
                name: string | null;
            };
            /** @description When, why and by whom it was ended before it expired; null otherwise. */
            revocation: {
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                reason: "log_out" | "replaced" | "revoked_by_user" | "log_out_others" | "log_out_everywhere" | "password_change" | "password_reset" | "reset_by_admin" | "email_change" | "provider_change" | "reported" | "session_limit" | "revoked_by_admin" | "role_change" | "account_disabled" | "used";
                by: string | null;
            } | null;
        };
        /** @description How many tokens were ended. Those that had already ended aren't counted. */
        EndedOfUser: {
            /** @description For all purposes together. */
            ended: number;
        };
        /** @description The state of a token. For inactive tokens, only `active` is returned. */
        Introspection: {
            /** @constant */
            active: false;
        } | {
            /** @constant */
            active: true;
            /**
             * @description Only tokens that a program can send as a bearer token have a type.
             * @constant
             */
            token_type?: "Bearer";
            /**
             * @description What it was issued for.
             * @enum {string}
             */
            purpose: "session" | "api" | "password_reset" | "magic_link" | "invitation" | "email_change" | "email_change_undo" | "report";
            /**
             * Format: uuid
             * @description The token's ID.
             */
            jti: string;
            /** Format: uuid */
            sub: string;
            username: string;
            iat: number;
            /** @description The earlier of its two deadlines, in seconds since 1970. */
            exp: number;
            /** Format: uri */
            iss: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was requested. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated, invalid_token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description throttled */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readMyDevices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was requested. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceData"];
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated, invalid_token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description throttled */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: {
                /** @description Where to continue: `next` from the previous page. */
                cursor?: string;
                /** @description How many sessions per page. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was requested. */
            200: {
                headers: {
                    /** @description The next page's address, if there is one, with rel=next (RFC 8288). */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sessions"];
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated, invalid_token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description throttled */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated, invalid_token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description foreign_origin, proof_required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description stale_page */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description throttled */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    logOutOthers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was requested. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ended"];
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated, invalid_token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description foreign_origin, proof_required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description stale_page */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description throttled */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    logOutEverywhere: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was requested. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ended"];
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated, invalid_token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description foreign_origin, proof_required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description stale_page */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description throttled */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readReceipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was requested. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated, invalid_token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description throttled */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTokens: {
        parameters: {
            query?: {
                /** @description Part of an email address, or an IP address, range (CIDR) or prefix. */
                q?: string;
                /** @description What the tokens were issued for. */
                purpose?: "session" | "api" | "password_reset" | "magic_link" | "invitation" | "email_change" | "email_change_undo" | "report" | "browser";
                /** @description Any, if omitted. */
                status?: "active" | "idle" | "expired" | "revoked";
                /** @description Where to continue: `next` from the previous page. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was requested. */
            200: {
                headers: {
                    /** @description The next page's address, if there is one, with rel=next (RFC 8288). */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnedTokens"];
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated, invalid_token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_wide */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description throttled */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated, invalid_token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description foreign_origin, proof_required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description stale_page */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description throttled */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    logUserOut: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description Included in the email to the person, and nowhere else. */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description What was requested. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndedOfUser"];
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated, invalid_token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description foreign_origin, proof_required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description stale_page */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description throttled */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    introspect: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @description The secret. */
                    token: string;
                    /** @description Accepted but ignored. */
                    token_type_hint?: string;
                };
            };
        };
        responses: {
            /** @description What was requested. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Introspection"];
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated, invalid_token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description foreign_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description stale_page */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description throttled */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeSecret: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @description The secret. */
                    token: string;
                    /** @description Accepted but ignored. */
                    token_type_hint?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated, invalid_token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description foreign_origin, proof_required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description stale_page */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description throttled */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
