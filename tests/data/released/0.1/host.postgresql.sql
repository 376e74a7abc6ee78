SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
CREATE FUNCTION public.exact_audit_only_grows() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'exact_audit only grows'; END $$;
SET default_tablespace = '';
SET default_table_access_method = heap;
CREATE TABLE public.exact_alembic_version (
    version_num character varying(32) NOT NULL
);
CREATE TABLE public.exact_audit (
    id bigint NOT NULL,
    tenant character varying(100) NOT NULL,
    export_id bigint,
    at timestamp with time zone NOT NULL,
    actor character varying(200) NOT NULL,
    event character varying(40) NOT NULL,
    details json NOT NULL
);
CREATE SEQUENCE public.exact_audit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.exact_audit_id_seq OWNED BY public.exact_audit.id;
CREATE TABLE public.exact_call_window (
    site character varying(3) NOT NULL,
    app character varying(100) NOT NULL,
    division bigint NOT NULL,
    span character varying(6) NOT NULL,
    resets_at timestamp with time zone NOT NULL,
    used integer NOT NULL,
    maximum integer NOT NULL,
    version bigint NOT NULL
);
CREATE TABLE public.exact_connection (
    id bigint NOT NULL,
    tenant character varying(100) NOT NULL,
    site character varying(3) NOT NULL,
    app character varying(100) NOT NULL,
    exact_user character varying(64),
    exact_user_name character varying(200),
    division bigint,
    division_name character varying(200),
    division_country character varying(3),
    division_currency character varying(3),
    status character varying(20) NOT NULL,
    dead_reason character varying(60),
    disconnected_at timestamp with time zone,
    connected_at timestamp with time zone,
    load_started_at timestamp with time zone,
    loaded_at timestamp with time zone,
    enabled boolean NOT NULL,
    shared_allowed boolean NOT NULL,
    next_run_at timestamp with time zone,
    swept_until timestamp with time zone,
    verify_reason character varying(60),
    entry_id_kept boolean,
    warned_at timestamp with time zone
);
CREATE SEQUENCE public.exact_connection_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.exact_connection_id_seq OWNED BY public.exact_connection.id;
CREATE TABLE public.exact_crm_account (
    site character varying(3) NOT NULL,
    division bigint NOT NULL,
    id character varying(36) NOT NULL,
    match_name character varying(60) NOT NULL,
    code character varying(18) NOT NULL,
    name character varying(200) NOT NULL,
    postcode character varying(30),
    city character varying(200),
    country character varying(3),
    status character varying(1),
    is_blocked boolean NOT NULL,
    is_anonymised boolean NOT NULL,
    is_supplier boolean NOT NULL,
    end_date date,
    vat_number character varying(60),
    coc_number character varying(60),
    has_payment_condition boolean NOT NULL
);
CREATE TABLE public.exact_debtor_binding (
    site character varying(3) NOT NULL,
    division bigint NOT NULL,
    match_key character varying(200) NOT NULL,
    account_id character varying(36) NOT NULL,
    state character varying(10) NOT NULL,
    attempted_at timestamp with time zone,
    sends integer NOT NULL,
    fence bigint NOT NULL,
    omitted character varying(100),
    decided_by character varying(200),
    bound_at timestamp with time zone
);
CREATE TABLE public.exact_invoice_export (
    id bigint NOT NULL,
    tenant character varying(100) NOT NULL,
    invoice_id character varying(64) NOT NULL,
    identifier character varying(100) NOT NULL,
    is_credit boolean NOT NULL,
    credits_id character varying(64),
    invoice_date date NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    debtor_name character varying(200),
    currency character varying(3) NOT NULL,
    gross bigint NOT NULL,
    queued_at timestamp with time zone NOT NULL,
    state character varying(12) NOT NULL,
    not_before timestamp with time zone,
    problems json NOT NULL,
    ignored_reason character varying(30),
    tries integer NOT NULL,
    site character varying(3),
    division bigint,
    division_name character varying(200),
    journal character varying(10),
    account_id character varying(36),
    posting_key character varying(36),
    generation integer NOT NULL,
    payload_digest character varying(64),
    invoice_digest character varying(64),
    net bigint,
    vat bigint,
    posted_gross bigint,
    fence bigint NOT NULL,
    run_id bigint,
    sends integer NOT NULL,
    first_sent_at timestamp with time zone,
    last_sent_at timestamp with time zone,
    entry_id character varying(36),
    entry_number bigint,
    synced_at timestamp with time zone,
    adopted boolean NOT NULL,
    told_host_at timestamp with time zone,
    fallbacks json NOT NULL,
    deleted_at timestamp with time zone,
    changed_at timestamp with time zone
);
CREATE SEQUENCE public.exact_invoice_export_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.exact_invoice_export_id_seq OWNED BY public.exact_invoice_export.id;
CREATE TABLE public.exact_lease (
    key character varying(200) NOT NULL,
    owner character varying(100) NOT NULL,
    fence bigint NOT NULL,
    expires_ms bigint NOT NULL
);
CREATE TABLE public.exact_log_in (
    state_hash character varying(64) NOT NULL,
    tenant character varying(100) NOT NULL,
    user_id character varying(100) NOT NULL,
    site character varying(3) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone
);
CREATE TABLE public.exact_mirror (
    site character varying(3) NOT NULL,
    division bigint NOT NULL,
    resource character varying(30) NOT NULL,
    loaded_at timestamp with time zone NOT NULL,
    rows integer NOT NULL,
    trusted_rows integer NOT NULL,
    "timestamp" bigint NOT NULL,
    is_complete boolean NOT NULL
);
CREATE TABLE public.exact_reference (
    site character varying(3) NOT NULL,
    division bigint NOT NULL,
    resource character varying(30) NOT NULL,
    key character varying(64) NOT NULL,
    payload json NOT NULL
);
CREATE TABLE public.exact_refusal (
    id bigint NOT NULL,
    app character varying(100) NOT NULL,
    exact_user character varying(64) NOT NULL,
    division bigint NOT NULL,
    endpoint character varying(100) NOT NULL,
    status integer NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE SEQUENCE public.exact_refusal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.exact_refusal_id_seq OWNED BY public.exact_refusal.id;
CREATE TABLE public.exact_settings (
    tenant character varying(100) NOT NULL,
    site character varying(3) NOT NULL,
    division bigint NOT NULL,
    default_gl_account_id character varying(36) NOT NULL,
    journal_code character varying(10) NOT NULL,
    vat_codes json NOT NULL,
    rate_group_vat_codes json NOT NULL,
    payment_condition_code character varying(10),
    saved_at timestamp with time zone NOT NULL,
    saved_by character varying(200) NOT NULL
);
CREATE TABLE public.exact_sync_run (
    id bigint NOT NULL,
    tenant character varying(100) NOT NULL,
    site character varying(3) NOT NULL,
    division bigint NOT NULL,
    trigger character varying(20) NOT NULL,
    started_by character varying(200) NOT NULL,
    state character varying(10) NOT NULL,
    started_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    resume_at timestamp with time zone,
    beat_at timestamp with time zone NOT NULL,
    reason character varying(60),
    phase character varying(20),
    total integer NOT NULL,
    handled integer NOT NULL,
    counts json NOT NULL,
    pauses integer NOT NULL,
    memory json NOT NULL
);
CREATE SEQUENCE public.exact_sync_run_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.exact_sync_run_id_seq OWNED BY public.exact_sync_run.id;
CREATE TABLE public.exact_token (
    site character varying(3) NOT NULL,
    app character varying(100) NOT NULL,
    exact_user character varying(64) NOT NULL,
    access bytea NOT NULL,
    refresh bytea NOT NULL,
    received_at timestamp with time zone NOT NULL,
    unanswered_at timestamp with time zone,
    dead_reason character varying(60)
);
CREATE TABLE public.mice_activation (
    id integer NOT NULL,
    tenant_id integer NOT NULL,
    addon character varying(60) NOT NULL,
    granted_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone
);
CREATE SEQUENCE public.mice_activation_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.mice_activation_id_seq OWNED BY public.mice_activation.id;
CREATE TABLE public.mice_chat_message (
    id integer NOT NULL,
    tenant_id integer NOT NULL,
    author character varying(120) NOT NULL,
    from_support boolean NOT NULL,
    body text NOT NULL,
    created_at timestamp with time zone NOT NULL
);
CREATE SEQUENCE public.mice_chat_message_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.mice_chat_message_id_seq OWNED BY public.mice_chat_message.id;
CREATE TABLE public.mice_deposit_rate_group (
    id integer NOT NULL,
    tenant_id integer NOT NULL,
    vat_rate character varying(40) NOT NULL,
    product_code character varying(30) NOT NULL,
    rate_group_id integer NOT NULL
);
CREATE SEQUENCE public.mice_deposit_rate_group_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.mice_deposit_rate_group_id_seq OWNED BY public.mice_deposit_rate_group.id;
CREATE TABLE public.mice_event (
    id integer NOT NULL,
    tenant_id integer NOT NULL,
    name character varying(200) NOT NULL,
    status character varying(20) NOT NULL,
    client_id integer NOT NULL,
    location_id integer,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    guests integer NOT NULL,
    reference character varying(200),
    incl_vat boolean NOT NULL
);
CREATE SEQUENCE public.mice_event_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.mice_event_id_seq OWNED BY public.mice_event.id;
CREATE TABLE public.mice_event_item (
    id integer NOT NULL,
    event_id integer NOT NULL,
    kind character varying(20) NOT NULL,
    description text NOT NULL,
    quantity character varying(40) NOT NULL,
    product character varying(120)
);
CREATE SEQUENCE public.mice_event_item_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.mice_event_item_id_seq OWNED BY public.mice_event_item.id;
CREATE TABLE public.mice_event_item_part (
    id integer NOT NULL,
    item_id integer NOT NULL,
    rate_group_id integer,
    vat_rate character varying(40) NOT NULL,
    price character varying(40) NOT NULL
);
CREATE SEQUENCE public.mice_event_item_part_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.mice_event_item_part_id_seq OWNED BY public.mice_event_item_part.id;
CREATE TABLE public.mice_invoice (
    id integer NOT NULL,
    tenant_id integer NOT NULL,
    identifier character varying(60),
    status character varying(20) NOT NULL,
    is_credit boolean NOT NULL,
    credits_id integer,
    view character varying(10) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    invoice_date date,
    due_date date,
    payment_term integer,
    currency character varying(3) NOT NULL,
    incl_vat boolean NOT NULL,
    reference text,
    event_id integer,
    event_name text,
    event_date date,
    relation_id integer,
    client_name text,
    client_first_name character varying,
    client_last_name character varying,
    client_address_line_1 character varying,
    client_address_line_2 character varying,
    client_postalcode character varying,
    client_city character varying,
    client_country character varying,
    client_email character varying,
    client_vat_number character varying,
    client_coc_number character varying,
    total_excl bigint NOT NULL,
    total_vat bigint NOT NULL,
    total_incl bigint NOT NULL
);
CREATE SEQUENCE public.mice_invoice_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.mice_invoice_id_seq OWNED BY public.mice_invoice.id;
CREATE TABLE public.mice_invoice_line (
    id integer NOT NULL,
    invoice_id integer NOT NULL,
    "position" integer NOT NULL,
    kind character varying(20) NOT NULL,
    description text NOT NULL,
    product character varying(120),
    quantity character varying(40) NOT NULL,
    unit_price character varying(40) NOT NULL,
    vat_rate character varying(40) NOT NULL,
    rate_group_id integer,
    amount_excl bigint NOT NULL,
    amount_vat bigint NOT NULL,
    amount_incl bigint NOT NULL,
    source_key character varying(40),
    event_id integer,
    deposit_invoice_id integer,
    credits_line_id integer
);
CREATE SEQUENCE public.mice_invoice_line_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.mice_invoice_line_id_seq OWNED BY public.mice_invoice_line.id;
CREATE TABLE public.mice_invoice_sync (
    id integer NOT NULL,
    invoice_id integer NOT NULL,
    provider character varying(40) NOT NULL,
    external_id character varying(100) NOT NULL,
    at timestamp with time zone NOT NULL,
    status character varying(20) NOT NULL
);
CREATE SEQUENCE public.mice_invoice_sync_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.mice_invoice_sync_id_seq OWNED BY public.mice_invoice_sync.id;
CREATE TABLE public.mice_location (
    id integer NOT NULL,
    tenant_id integer NOT NULL,
    name character varying(120) NOT NULL,
    capacity integer,
    rent character varying(40) NOT NULL,
    rate_group_id integer NOT NULL
);
CREATE SEQUENCE public.mice_location_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.mice_location_id_seq OWNED BY public.mice_location.id;
CREATE TABLE public.mice_mail (
    id integer NOT NULL,
    tenant_id integer NOT NULL,
    recipients text NOT NULL,
    subject character varying(200) NOT NULL,
    body text NOT NULL,
    invoice_id integer,
    created_at timestamp with time zone NOT NULL
);
CREATE SEQUENCE public.mice_mail_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.mice_mail_id_seq OWNED BY public.mice_mail.id;
CREATE TABLE public.mice_package (
    id integer NOT NULL,
    tenant_id integer NOT NULL,
    name character varying(120) NOT NULL,
    per_person boolean NOT NULL
);
CREATE SEQUENCE public.mice_package_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.mice_package_id_seq OWNED BY public.mice_package.id;
CREATE TABLE public.mice_package_item (
    id integer NOT NULL,
    package_id integer NOT NULL,
    product_id integer NOT NULL,
    included boolean NOT NULL
);
CREATE SEQUENCE public.mice_package_item_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.mice_package_item_id_seq OWNED BY public.mice_package_item.id;
CREATE TABLE public.mice_package_part (
    package_id integer NOT NULL,
    id integer NOT NULL,
    rate_group_id integer NOT NULL,
    price character varying(40) NOT NULL
);
CREATE SEQUENCE public.mice_package_part_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.mice_package_part_id_seq OWNED BY public.mice_package_part.id;
CREATE TABLE public.mice_product (
    id integer NOT NULL,
    tenant_id integer NOT NULL,
    name character varying(120) NOT NULL,
    category character varying(60)
);
CREATE SEQUENCE public.mice_product_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.mice_product_id_seq OWNED BY public.mice_product.id;
CREATE TABLE public.mice_product_part (
    product_id integer NOT NULL,
    id integer NOT NULL,
    rate_group_id integer NOT NULL,
    price character varying(40) NOT NULL
);
CREATE SEQUENCE public.mice_product_part_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.mice_product_part_id_seq OWNED BY public.mice_product_part.id;
CREATE TABLE public.mice_rate_group (
    id integer NOT NULL,
    tenant_id integer NOT NULL,
    code character varying(60) NOT NULL,
    description character varying(120) NOT NULL,
    vat_rate character varying(40) NOT NULL,
    ledger_number character varying(30),
    archived_at timestamp with time zone
);
CREATE SEQUENCE public.mice_rate_group_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.mice_rate_group_id_seq OWNED BY public.mice_rate_group.id;
CREATE TABLE public.mice_relation (
    id integer NOT NULL,
    tenant_id integer NOT NULL,
    kind character varying(10) NOT NULL,
    reference character varying(40),
    name character varying,
    first_name character varying,
    last_name character varying,
    email character varying,
    phone character varying,
    address_line_1 character varying,
    address_line_2 character varying,
    postalcode character varying,
    city character varying,
    country character varying(60),
    vat_number character varying,
    coc_number character varying,
    oin character varying,
    payment_term integer
);
CREATE SEQUENCE public.mice_relation_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.mice_relation_id_seq OWNED BY public.mice_relation.id;
CREATE TABLE public.mice_tenant (
    id integer NOT NULL,
    code character varying(40) NOT NULL,
    name character varying(120) NOT NULL,
    email character varying,
    bcc character varying,
    phone character varying,
    address_line_1 character varying,
    postalcode character varying,
    city character varying,
    country character varying(2),
    coc_number character varying,
    vat_number character varying,
    bank_account character varying,
    invoice_footer character varying,
    identifier_template character varying(40) NOT NULL,
    default_payment_term integer NOT NULL,
    prices_incl_vat boolean NOT NULL
);
CREATE SEQUENCE public.mice_tenant_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.mice_tenant_id_seq OWNED BY public.mice_tenant.id;
CREATE TABLE public.mice_user (
    id integer NOT NULL,
    tenant_id integer,
    email character varying(254) NOT NULL,
    name character varying(120) NOT NULL,
    password_hash character varying(255) NOT NULL,
    is_support boolean NOT NULL
);
CREATE SEQUENCE public.mice_user_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.mice_user_id_seq OWNED BY public.mice_user.id;
CREATE TABLE public.mice_user_role (
    user_id integer NOT NULL,
    role character varying(20) NOT NULL
);
ALTER TABLE ONLY public.exact_audit ALTER COLUMN id SET DEFAULT nextval('public.exact_audit_id_seq'::regclass);
ALTER TABLE ONLY public.exact_connection ALTER COLUMN id SET DEFAULT nextval('public.exact_connection_id_seq'::regclass);
ALTER TABLE ONLY public.exact_invoice_export ALTER COLUMN id SET DEFAULT nextval('public.exact_invoice_export_id_seq'::regclass);
ALTER TABLE ONLY public.exact_refusal ALTER COLUMN id SET DEFAULT nextval('public.exact_refusal_id_seq'::regclass);
ALTER TABLE ONLY public.exact_sync_run ALTER COLUMN id SET DEFAULT nextval('public.exact_sync_run_id_seq'::regclass);
ALTER TABLE ONLY public.mice_activation ALTER COLUMN id SET DEFAULT nextval('public.mice_activation_id_seq'::regclass);
ALTER TABLE ONLY public.mice_chat_message ALTER COLUMN id SET DEFAULT nextval('public.mice_chat_message_id_seq'::regclass);
ALTER TABLE ONLY public.mice_deposit_rate_group ALTER COLUMN id SET DEFAULT nextval('public.mice_deposit_rate_group_id_seq'::regclass);
ALTER TABLE ONLY public.mice_event ALTER COLUMN id SET DEFAULT nextval('public.mice_event_id_seq'::regclass);
ALTER TABLE ONLY public.mice_event_item ALTER COLUMN id SET DEFAULT nextval('public.mice_event_item_id_seq'::regclass);
ALTER TABLE ONLY public.mice_event_item_part ALTER COLUMN id SET DEFAULT nextval('public.mice_event_item_part_id_seq'::regclass);
ALTER TABLE ONLY public.mice_invoice ALTER COLUMN id SET DEFAULT nextval('public.mice_invoice_id_seq'::regclass);
ALTER TABLE ONLY public.mice_invoice_line ALTER COLUMN id SET DEFAULT nextval('public.mice_invoice_line_id_seq'::regclass);
ALTER TABLE ONLY public.mice_invoice_sync ALTER COLUMN id SET DEFAULT nextval('public.mice_invoice_sync_id_seq'::regclass);
ALTER TABLE ONLY public.mice_location ALTER COLUMN id SET DEFAULT nextval('public.mice_location_id_seq'::regclass);
ALTER TABLE ONLY public.mice_mail ALTER COLUMN id SET DEFAULT nextval('public.mice_mail_id_seq'::regclass);
ALTER TABLE ONLY public.mice_package ALTER COLUMN id SET DEFAULT nextval('public.mice_package_id_seq'::regclass);
ALTER TABLE ONLY public.mice_package_item ALTER COLUMN id SET DEFAULT nextval('public.mice_package_item_id_seq'::regclass);
ALTER TABLE ONLY public.mice_package_part ALTER COLUMN id SET DEFAULT nextval('public.mice_package_part_id_seq'::regclass);
ALTER TABLE ONLY public.mice_product ALTER COLUMN id SET DEFAULT nextval('public.mice_product_id_seq'::regclass);
ALTER TABLE ONLY public.mice_product_part ALTER COLUMN id SET DEFAULT nextval('public.mice_product_part_id_seq'::regclass);
ALTER TABLE ONLY public.mice_rate_group ALTER COLUMN id SET DEFAULT nextval('public.mice_rate_group_id_seq'::regclass);
ALTER TABLE ONLY public.mice_relation ALTER COLUMN id SET DEFAULT nextval('public.mice_relation_id_seq'::regclass);
ALTER TABLE ONLY public.mice_tenant ALTER COLUMN id SET DEFAULT nextval('public.mice_tenant_id_seq'::regclass);
ALTER TABLE ONLY public.mice_user ALTER COLUMN id SET DEFAULT nextval('public.mice_user_id_seq'::regclass);
INSERT INTO public.exact_alembic_version VALUES ('c41d7a90e2f6');
INSERT INTO public.exact_audit VALUES (1, 'zaal', NULL, '2026-11-16 08:00:02.062303+00', 'Anke de Beheerder', 'logged_in', '{"site": "NL"}');
INSERT INTO public.exact_audit VALUES (2, 'zaal', NULL, '2026-11-16 08:00:02.12096+00', 'Anke de Beheerder', 'administration_chosen', '{"division": 1000001, "name": "Landgoed De Hooge Vuursteen B.V."}');
INSERT INTO public.exact_audit VALUES (3, 'zaal', NULL, '2026-11-16 08:00:02.473621+00', 'Anke de Beheerder', 'settings_saved', '{}');
INSERT INTO public.exact_audit VALUES (4, 'zaal', 1, '2026-11-16 08:00:02.556477+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (5, 'zaal', 2, '2026-11-16 08:00:02.558472+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (6, 'zaal', 3, '2026-11-16 08:00:02.564385+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (7, 'zaal', 4, '2026-11-16 08:00:02.565949+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (8, 'zaal', 5, '2026-11-16 08:00:02.571686+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (9, 'zaal', 6, '2026-11-16 08:00:02.576617+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (10, 'zaal', 7, '2026-11-16 08:00:02.578372+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (11, 'zaal', 8, '2026-11-16 08:00:02.584334+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (12, 'zaal', 9, '2026-11-16 08:00:02.585885+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (13, 'zaal', 10, '2026-11-16 08:00:02.592179+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (14, 'zaal', 11, '2026-11-16 08:00:02.593879+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (15, 'zaal', 12, '2026-11-16 08:00:02.598861+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (16, 'zaal', 13, '2026-11-16 08:00:02.600616+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (17, 'zaal', 14, '2026-11-16 08:00:02.604425+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (18, 'zaal', 15, '2026-11-16 08:00:02.605849+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (19, 'zaal', 16, '2026-11-16 08:00:02.607274+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (20, 'zaal', 17, '2026-11-16 08:00:02.613584+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (21, 'zaal', 18, '2026-11-16 08:00:02.615025+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (22, 'zaal', 19, '2026-11-16 08:00:02.621036+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (23, 'zaal', 20, '2026-11-16 08:00:02.622636+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (24, 'zaal', 21, '2026-11-16 08:00:02.632628+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (25, 'zaal', 22, '2026-11-16 08:00:02.634212+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (26, 'zaal', 23, '2026-11-16 08:00:02.63713+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (27, 'zaal', 24, '2026-11-16 08:00:02.63868+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (28, 'zaal', 25, '2026-11-16 08:00:02.644473+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (29, 'zaal', 26, '2026-11-16 08:00:02.645944+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (30, 'zaal', 27, '2026-11-16 08:00:02.651616+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (31, 'zaal', 28, '2026-11-16 08:00:02.656107+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (32, 'zaal', 29, '2026-11-16 08:00:02.657684+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (33, 'zaal', 30, '2026-11-16 08:00:02.659133+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (34, 'zaal', 31, '2026-11-16 08:00:02.668733+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (35, 'zaal', 32, '2026-11-16 08:00:02.670153+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (36, 'zaal', 33, '2026-11-16 08:00:02.671729+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (37, 'zaal', 34, '2026-11-16 08:00:32.698572+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (38, 'zaal', 35, '2026-11-16 08:00:32.700652+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (39, 'zaal', 36, '2026-11-16 08:01:02.729552+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (40, 'zaal', 37, '2026-11-16 08:01:02.73719+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (41, 'zaal', NULL, '2026-11-17 08:01:32.745537+00', 'systeem', 'run_started', '{"trigger": "night"}');
INSERT INTO public.exact_audit VALUES (42, 'zaal', NULL, '2026-11-17 08:01:33.053854+00', 'systeem', 'debtor_bound', '{"code": "1"}');
INSERT INTO public.exact_audit VALUES (43, 'zaal', 1, '2026-11-17 08:01:33.086207+00', 'systeem', 'posted', '{"entry_number": 26700001}');
INSERT INTO public.exact_audit VALUES (44, 'zaal', NULL, '2026-11-17 08:01:33.126894+00', 'systeem', 'debtor_promoted', '{"code": "2"}');
INSERT INTO public.exact_audit VALUES (45, 'zaal', NULL, '2026-11-17 08:01:33.128925+00', 'systeem', 'debtor_bound', '{"code": "2"}');
INSERT INTO public.exact_audit VALUES (46, 'zaal', 2, '2026-11-17 08:01:33.164764+00', 'systeem', 'posted', '{"entry_number": 26700002}');
INSERT INTO public.exact_audit VALUES (47, 'zaal', NULL, '2026-11-17 08:01:33.210669+00', 'systeem', 'debtor_created', '{"code": "9004"}');
INSERT INTO public.exact_audit VALUES (48, 'zaal', 3, '2026-11-17 08:01:33.240092+00', 'systeem', 'posted', '{"entry_number": 26700003}');
INSERT INTO public.exact_audit VALUES (49, 'zaal', NULL, '2026-11-17 08:01:33.262399+00', 'systeem', 'debtor_created', '{"code": "9005"}');
INSERT INTO public.exact_audit VALUES (50, 'zaal', 4, '2026-11-17 08:01:33.276428+00', 'systeem', 'posted', '{"entry_number": 26700004}');
INSERT INTO public.exact_audit VALUES (51, 'zaal', NULL, '2026-11-17 08:01:33.305715+00', 'systeem', 'debtor_created', '{"code": "9006"}');
INSERT INTO public.exact_audit VALUES (52, 'zaal', 5, '2026-11-17 08:01:33.325419+00', 'systeem', 'posted', '{"entry_number": 26700005}');
INSERT INTO public.exact_audit VALUES (53, 'zaal', NULL, '2026-11-17 08:01:33.364089+00', 'systeem', 'debtor_created', '{"code": "9007"}');
INSERT INTO public.exact_audit VALUES (54, 'zaal', 6, '2026-11-17 08:01:33.384631+00', 'systeem', 'posted', '{"entry_number": 26700006}');
INSERT INTO public.exact_audit VALUES (55, 'zaal', NULL, '2026-11-17 08:01:33.427164+00', 'systeem', 'debtor_created', '{"code": "9008"}');
INSERT INTO public.exact_audit VALUES (56, 'zaal', 7, '2026-11-17 08:01:33.457882+00', 'systeem', 'posted', '{"entry_number": 26700007}');
INSERT INTO public.exact_audit VALUES (57, 'zaal', NULL, '2026-11-17 08:01:33.505597+00', 'systeem', 'debtor_created', '{"code": "9009"}');
INSERT INTO public.exact_audit VALUES (58, 'zaal', 8, '2026-11-17 08:01:33.529607+00', 'systeem', 'posted', '{"entry_number": 26700008}');
INSERT INTO public.exact_audit VALUES (59, 'zaal', NULL, '2026-11-17 08:01:33.570785+00', 'systeem', 'debtor_created', '{"code": "9010"}');
INSERT INTO public.exact_audit VALUES (60, 'zaal', 9, '2026-11-17 08:01:33.600556+00', 'systeem', 'posted', '{"entry_number": 26700009}');
INSERT INTO public.exact_audit VALUES (61, 'zaal', NULL, '2026-11-17 08:01:33.638474+00', 'systeem', 'debtor_created', '{"code": "9011"}');
INSERT INTO public.exact_audit VALUES (62, 'zaal', 10, '2026-11-17 08:01:33.664118+00', 'systeem', 'posted', '{"entry_number": 26700010}');
INSERT INTO public.exact_audit VALUES (63, 'zaal', NULL, '2026-11-17 08:01:33.695049+00', 'systeem', 'debtor_created', '{"code": "9012"}');
INSERT INTO public.exact_audit VALUES (64, 'zaal', 11, '2026-11-17 08:01:33.715004+00', 'systeem', 'posted', '{"entry_number": 26700011}');
INSERT INTO public.exact_audit VALUES (65, 'zaal', NULL, '2026-11-17 08:01:33.753064+00', 'systeem', 'debtor_created', '{"code": "9013"}');
INSERT INTO public.exact_audit VALUES (66, 'zaal', 12, '2026-11-17 08:01:33.7733+00', 'systeem', 'posted', '{"entry_number": 26700012}');
INSERT INTO public.exact_audit VALUES (67, 'zaal', NULL, '2026-11-17 08:01:33.810121+00', 'systeem', 'debtor_created', '{"code": "9014"}');
INSERT INTO public.exact_audit VALUES (68, 'zaal', 13, '2026-11-17 08:01:33.833641+00', 'systeem', 'posted', '{"entry_number": 26700013}');
INSERT INTO public.exact_audit VALUES (69, 'zaal', NULL, '2026-11-17 08:01:33.868593+00', 'systeem', 'debtor_created', '{"code": "9015"}');
INSERT INTO public.exact_audit VALUES (70, 'zaal', 14, '2026-11-17 08:01:33.886072+00', 'systeem', 'posted', '{"entry_number": 26700014}');
INSERT INTO public.exact_audit VALUES (71, 'zaal', NULL, '2026-11-17 08:01:33.918556+00', 'systeem', 'debtor_created', '{"code": "9016"}');
INSERT INTO public.exact_audit VALUES (72, 'zaal', 15, '2026-11-17 08:01:33.933402+00', 'systeem', 'posted', '{"entry_number": 26700015}');
INSERT INTO public.exact_audit VALUES (73, 'zaal', NULL, '2026-11-17 08:01:33.962302+00', 'systeem', 'debtor_created', '{"code": "9017"}');
INSERT INTO public.exact_audit VALUES (74, 'zaal', 16, '2026-11-17 08:01:33.982925+00', 'systeem', 'posted', '{"entry_number": 26700016}');
INSERT INTO public.exact_audit VALUES (75, 'zaal', NULL, '2026-11-17 08:01:34.013992+00', 'systeem', 'debtor_created', '{"code": "9018"}');
INSERT INTO public.exact_audit VALUES (76, 'zaal', 17, '2026-11-17 08:01:34.035283+00', 'systeem', 'posted', '{"entry_number": 26700017}');
INSERT INTO public.exact_audit VALUES (77, 'zaal', NULL, '2026-11-17 08:01:34.075195+00', 'systeem', 'debtor_created', '{"code": "9019"}');
INSERT INTO public.exact_audit VALUES (78, 'zaal', 18, '2026-11-17 08:01:34.099845+00', 'systeem', 'posted', '{"entry_number": 26700018}');
INSERT INTO public.exact_audit VALUES (79, 'zaal', NULL, '2026-11-17 08:01:34.137526+00', 'systeem', 'debtor_created', '{"code": "9020"}');
INSERT INTO public.exact_audit VALUES (80, 'zaal', 19, '2026-11-17 08:01:34.159128+00', 'systeem', 'posted', '{"entry_number": 26700019}');
INSERT INTO public.exact_audit VALUES (81, 'zaal', 20, '2026-11-17 08:01:34.197006+00', 'systeem', 'blocked', '{"problems": ["refused"]}');
INSERT INTO public.exact_audit VALUES (82, 'zaal', 21, '2026-11-17 08:01:34.216117+00', 'systeem', 'blocked', '{"problems": ["refused"]}');
INSERT INTO public.exact_audit VALUES (83, 'zaal', NULL, '2026-11-17 08:01:34.237345+00', 'systeem', 'debtor_created', '{"code": "9021"}');
INSERT INTO public.exact_audit VALUES (84, 'zaal', 22, '2026-11-17 08:01:34.254215+00', 'systeem', 'posted', '{"entry_number": 26700020}');
INSERT INTO public.exact_audit VALUES (85, 'zaal', NULL, '2026-11-17 08:01:34.290756+00', 'systeem', 'debtor_created', '{"code": "9022"}');
INSERT INTO public.exact_audit VALUES (86, 'zaal', 23, '2026-11-17 08:01:34.312361+00', 'systeem', 'posted', '{"entry_number": 26700021}');
INSERT INTO public.exact_audit VALUES (87, 'zaal', NULL, '2026-11-17 08:01:34.352529+00', 'systeem', 'debtor_created', '{"code": "9023"}');
INSERT INTO public.exact_audit VALUES (88, 'zaal', 24, '2026-11-17 08:01:34.389601+00', 'systeem', 'posted', '{"entry_number": 26700022}');
INSERT INTO public.exact_audit VALUES (89, 'zaal', NULL, '2026-11-17 08:01:34.416693+00', 'systeem', 'debtor_created', '{"code": "9024"}');
INSERT INTO public.exact_audit VALUES (90, 'zaal', 25, '2026-11-17 08:01:34.430376+00', 'systeem', 'posted', '{"entry_number": 26700023}');
INSERT INTO public.exact_audit VALUES (91, 'zaal', NULL, '2026-11-17 08:01:34.455166+00', 'systeem', 'debtor_created', '{"code": "9025"}');
INSERT INTO public.exact_audit VALUES (92, 'zaal', 26, '2026-11-17 08:01:34.470935+00', 'systeem', 'posted', '{"entry_number": 26700024}');
INSERT INTO public.exact_audit VALUES (93, 'zaal', NULL, '2026-11-17 08:01:34.501882+00', 'systeem', 'debtor_created', '{"code": "9026"}');
INSERT INTO public.exact_audit VALUES (94, 'zaal', 27, '2026-11-17 08:01:34.524511+00', 'systeem', 'posted', '{"entry_number": 26700025}');
INSERT INTO public.exact_audit VALUES (95, 'zaal', NULL, '2026-11-17 08:01:34.555872+00', 'systeem', 'debtor_created', '{"code": "9027"}');
INSERT INTO public.exact_audit VALUES (96, 'zaal', 28, '2026-11-17 08:01:34.577172+00', 'systeem', 'posted', '{"entry_number": 26700026}');
INSERT INTO public.exact_audit VALUES (97, 'zaal', NULL, '2026-11-17 08:01:34.61332+00', 'systeem', 'debtor_created', '{"code": "9028"}');
INSERT INTO public.exact_audit VALUES (98, 'zaal', 29, '2026-11-17 08:01:34.646419+00', 'systeem', 'posted', '{"entry_number": 26700027}');
INSERT INTO public.exact_audit VALUES (99, 'zaal', 30, '2026-11-17 08:01:34.683552+00', 'systeem', 'posted', '{"entry_number": 26700028}');
INSERT INTO public.exact_audit VALUES (100, 'zaal', NULL, '2026-11-17 08:01:34.788952+00', 'systeem', 'debtor_created', '{"code": "9029"}');
INSERT INTO public.exact_audit VALUES (101, 'zaal', 31, '2026-11-17 08:01:34.806085+00', 'systeem', 'posted', '{"entry_number": 26700029}');
INSERT INTO public.exact_audit VALUES (102, 'zaal', 32, '2026-11-17 08:01:34.845401+00', 'systeem', 'posted', '{"entry_number": 26700030}');
INSERT INTO public.exact_audit VALUES (103, 'zaal', NULL, '2026-11-17 08:01:34.88929+00', 'systeem', 'debtor_created', '{"code": "9030"}');
INSERT INTO public.exact_audit VALUES (104, 'zaal', 33, '2026-11-17 08:01:34.909646+00', 'systeem', 'posted', '{"entry_number": 26700031}');
INSERT INTO public.exact_audit VALUES (105, 'zaal', 34, '2026-11-17 08:01:34.926463+00', 'systeem', 'blocked', '{"problems": ["debtor_ambiguous"]}');
INSERT INTO public.exact_audit VALUES (106, 'zaal', 35, '2026-11-17 08:01:34.942801+00', 'systeem', 'blocked', '{"problems": ["debtor_ambiguous"]}');
INSERT INTO public.exact_audit VALUES (107, 'zaal', 36, '2026-11-17 08:01:34.999093+00', 'systeem', 'posted', '{"entry_number": 26700032}');
INSERT INTO public.exact_audit VALUES (108, 'zaal', 37, '2026-11-17 08:01:35.118327+00', 'systeem', 'posted', '{"entry_number": 26700033}');
INSERT INTO public.exact_audit VALUES (109, 'zaal', NULL, '2026-11-17 08:01:35.279778+00', 'systeem', 'run_ended', '{"state": "done", "reason": null}');
INSERT INTO public.exact_audit VALUES (110, 'zaal', NULL, '2026-11-17 08:01:35.618867+00', 'Anke de Beheerder', 'debtor_chosen', '{}');
INSERT INTO public.exact_audit VALUES (111, 'zaal', NULL, '2026-11-18 08:01:35.625467+00', 'systeem', 'run_started', '{"trigger": "night"}');
INSERT INTO public.exact_audit VALUES (112, 'zaal', 20, '2026-11-18 08:01:35.814038+00', 'systeem', 'released', '{}');
INSERT INTO public.exact_audit VALUES (113, 'zaal', 21, '2026-11-18 08:01:35.818458+00', 'systeem', 'released', '{}');
INSERT INTO public.exact_audit VALUES (114, 'zaal', 34, '2026-11-18 08:01:35.820723+00', 'systeem', 'released', '{}');
INSERT INTO public.exact_audit VALUES (115, 'zaal', 20, '2026-11-18 08:01:35.870465+00', 'systeem', 'blocked', '{"problems": ["refused"]}');
INSERT INTO public.exact_audit VALUES (116, 'zaal', 21, '2026-11-18 08:01:35.906957+00', 'systeem', 'blocked', '{"problems": ["refused"]}');
INSERT INTO public.exact_audit VALUES (117, 'zaal', 34, '2026-11-18 08:01:35.939151+00', 'systeem', 'posted', '{"entry_number": 26700034}');
INSERT INTO public.exact_audit VALUES (118, 'zaal', NULL, '2026-11-18 08:01:35.97112+00', 'systeem', 'run_ended', '{"state": "done", "reason": null}');
INSERT INTO public.exact_audit VALUES (119, 'zaal', 38, '2026-11-18 08:01:36.006212+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (120, 'zaal', NULL, '2026-11-19 08:02:06.013825+00', 'systeem', 'run_started', '{"trigger": "night"}');
INSERT INTO public.exact_audit VALUES (121, 'zaal', 20, '2026-11-19 08:02:06.227215+00', 'systeem', 'released', '{}');
INSERT INTO public.exact_audit VALUES (122, 'zaal', 21, '2026-11-19 08:02:06.229562+00', 'systeem', 'released', '{}');
INSERT INTO public.exact_audit VALUES (123, 'zaal', 20, '2026-11-19 08:02:06.299732+00', 'systeem', 'blocked', '{"problems": ["refused"]}');
INSERT INTO public.exact_audit VALUES (124, 'zaal', 21, '2026-11-19 08:02:06.332304+00', 'systeem', 'blocked', '{"problems": ["refused"]}');
INSERT INTO public.exact_audit VALUES (125, 'zaal', 38, '2026-11-19 08:02:06.363018+00', 'systeem', 'unconfirmed', '{}');
INSERT INTO public.exact_audit VALUES (126, 'zaal', 38, '2026-11-19 08:02:06.408716+00', 'systeem', 'adopted', '{"entry_number": 26700035}');
INSERT INTO public.exact_audit VALUES (127, 'zaal', NULL, '2026-11-19 08:02:06.427616+00', 'systeem', 'run_ended', '{"state": "done", "reason": null}');
INSERT INTO public.exact_audit VALUES (128, 'zaal', 39, '2026-11-19 08:02:06.617091+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (129, 'zaal', 40, '2026-11-19 08:02:06.618916+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (130, 'zaal', 41, '2026-11-19 08:02:06.628995+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (131, 'zaal', 42, '2026-11-19 08:02:06.630657+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (132, 'zaal', 43, '2026-11-19 08:02:06.644676+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (133, 'zaal', NULL, '2026-11-20 08:02:36.651272+00', 'systeem', 'run_started', '{"trigger": "night"}');
INSERT INTO public.exact_audit VALUES (134, 'zaal', 20, '2026-11-20 08:02:36.925966+00', 'systeem', 'released', '{}');
INSERT INTO public.exact_audit VALUES (135, 'zaal', 21, '2026-11-20 08:02:36.933101+00', 'systeem', 'released', '{}');
INSERT INTO public.exact_audit VALUES (136, 'zaal', NULL, '2026-11-20 08:02:36.977364+00', 'systeem', 'verify_on', '{"reason": "canary"}');
INSERT INTO public.exact_audit VALUES (137, 'zaal', 39, '2026-11-20 08:02:37.054551+00', 'systeem', 'blocked', '{"problems": ["entry_conflict"]}');
INSERT INTO public.exact_audit VALUES (138, 'zaal', 40, '2026-11-20 08:02:37.071936+00', 'systeem', 'blocked', '{"problems": ["entry_conflict"]}');
INSERT INTO public.exact_audit VALUES (139, 'zaal', 41, '2026-11-20 08:02:37.075244+00', 'systeem', 'blocked', '{"problems": ["entry_conflict"]}');
INSERT INTO public.exact_audit VALUES (140, 'zaal', 42, '2026-11-20 08:02:37.086814+00', 'systeem', 'blocked', '{"problems": ["entry_conflict"]}');
INSERT INTO public.exact_audit VALUES (141, 'zaal', 43, '2026-11-20 08:02:37.101779+00', 'systeem', 'adopted', '{"entry_number": 26700040}');
INSERT INTO public.exact_audit VALUES (142, 'zaal', 20, '2026-11-20 08:02:37.14361+00', 'systeem', 'blocked', '{"problems": ["refused"]}');
INSERT INTO public.exact_audit VALUES (143, 'zaal', 21, '2026-11-20 08:02:37.178348+00', 'systeem', 'blocked', '{"problems": ["refused"]}');
INSERT INTO public.exact_audit VALUES (144, 'zaal', NULL, '2026-11-20 08:02:37.235642+00', 'systeem', 'verify_off', '{}');
INSERT INTO public.exact_audit VALUES (145, 'zaal', NULL, '2026-11-20 08:02:37.24455+00', 'systeem', 'run_ended', '{"state": "done", "reason": null}');
INSERT INTO public.exact_audit VALUES (146, 'zaal', 39, '2026-11-20 08:02:37.312581+00', 'Anke de Beheerder', 'adopted_by_person', '{"entry_number": 26700036}');
INSERT INTO public.exact_audit VALUES (147, 'zaal', 40, '2026-11-20 08:02:37.334485+00', 'Anke de Beheerder', 'booked_anyway', '{}');
INSERT INTO public.exact_audit VALUES (148, 'zaal', 41, '2026-11-20 08:02:37.358716+00', 'Anke de Beheerder', 'left', '{}');
INSERT INTO public.exact_audit VALUES (149, 'zaal', NULL, '2026-11-21 08:02:37.365988+00', 'systeem', 'run_started', '{"trigger": "night"}');
INSERT INTO public.exact_audit VALUES (150, 'zaal', 20, '2026-11-21 08:02:37.740319+00', 'systeem', 'released', '{}');
INSERT INTO public.exact_audit VALUES (151, 'zaal', 21, '2026-11-21 08:02:37.742754+00', 'systeem', 'released', '{}');
INSERT INTO public.exact_audit VALUES (152, 'zaal', 20, '2026-11-21 08:02:37.842217+00', 'systeem', 'blocked', '{"problems": ["refused"]}');
INSERT INTO public.exact_audit VALUES (153, 'zaal', 21, '2026-11-21 08:02:37.9028+00', 'systeem', 'blocked', '{"problems": ["refused"]}');
INSERT INTO public.exact_audit VALUES (154, 'zaal', 40, '2026-11-21 08:02:37.956029+00', 'systeem', 'posted', '{"entry_number": 26700041}');
INSERT INTO public.exact_audit VALUES (155, 'zaal', NULL, '2026-11-21 08:02:38.012846+00', 'systeem', 'run_ended', '{"state": "done", "reason": null}');
INSERT INTO public.exact_audit VALUES (156, 'oud', NULL, '2026-11-21 08:02:39.224058+00', 'Anke de Beheerder', 'logged_in', '{"site": "NL"}');
INSERT INTO public.exact_audit VALUES (157, 'oud', NULL, '2026-11-21 08:02:39.266612+00', 'Anke de Beheerder', 'administration_chosen', '{"division": 1000002, "name": "Stadsschouwburg ''t Veerhuis B.V."}');
INSERT INTO public.exact_audit VALUES (158, 'oud', NULL, '2026-11-21 08:02:39.663249+00', 'Anke de Beheerder', 'settings_saved', '{}');
INSERT INTO public.exact_audit VALUES (159, 'oud', 44, '2026-11-21 08:02:39.718219+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (160, 'oud', 45, '2026-11-21 08:02:39.735125+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (161, 'oud', NULL, '2026-11-21 08:03:09.742754+00', 'systeem', 'run_started', '{"trigger": "night"}');
INSERT INTO public.exact_audit VALUES (162, 'oud', NULL, '2026-11-21 08:03:10.083223+00', 'systeem', 'debtor_bound', '{"code": "1"}');
INSERT INTO public.exact_audit VALUES (163, 'oud', 44, '2026-11-21 08:03:10.117861+00', 'systeem', 'posted', '{"entry_number": 26700001}');
INSERT INTO public.exact_audit VALUES (164, 'oud', 45, '2026-11-21 08:03:10.144839+00', 'systeem', 'blocked', '{"problems": ["currency"]}');
INSERT INTO public.exact_audit VALUES (165, 'oud', NULL, '2026-11-21 08:03:10.167951+00', 'systeem', 'run_ended', '{"state": "done", "reason": null}');
INSERT INTO public.exact_audit VALUES (166, 'oud', NULL, '2026-11-21 08:03:10.176488+00', 'Anke de Beheerder', 'disconnected', '{}');
INSERT INTO public.exact_audit VALUES (167, 'oud', 46, '2026-11-21 08:03:10.200052+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (168, 'kas', NULL, '2026-11-21 08:03:41.394139+00', 'Anke de Beheerder', 'logged_in', '{"site": "NL"}');
INSERT INTO public.exact_audit VALUES (169, 'kas', 47, '2026-11-21 08:03:41.418029+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (170, 'kas', NULL, '2026-11-21 08:04:11.461911+00', 'Anke de Beheerder', 'administration_chosen', '{"division": 1000003, "name": "Voorbeeldfacturen B.V."}');
INSERT INTO public.exact_audit VALUES (171, 'kas', NULL, '2026-11-21 08:04:11.836518+00', 'Anke de Beheerder', 'settings_saved', '{}');
INSERT INTO public.exact_audit VALUES (172, 'kas', 47, '2026-11-21 08:04:11.837638+00', 'Anke de Beheerder', 'left', '{}');
INSERT INTO public.exact_audit VALUES (173, 'kas', 48, '2026-11-21 08:04:11.859077+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (174, 'kas', NULL, '2026-11-22 08:04:41.870766+00', 'systeem', 'run_started', '{"trigger": "night"}');
INSERT INTO public.exact_audit VALUES (175, 'kas', NULL, '2026-11-22 08:04:42.141425+00', 'systeem', 'debtor_bound', '{"code": "1"}');
INSERT INTO public.exact_audit VALUES (176, 'kas', 48, '2026-11-22 08:04:42.17051+00', 'systeem', 'posted', '{"entry_number": 26700001}');
INSERT INTO public.exact_audit VALUES (177, 'kas', NULL, '2026-11-22 08:04:42.196963+00', 'systeem', 'run_ended', '{"state": "done", "reason": null}');
INSERT INTO public.exact_audit VALUES (178, 'kas', 49, '2026-11-22 08:04:42.221365+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (179, 'kas', NULL, '2026-11-23 08:05:12.228815+00', 'systeem', 'run_started', '{"trigger": "night"}');
INSERT INTO public.exact_audit VALUES (180, 'kas', 49, '2026-11-23 08:05:12.498761+00', 'systeem', 'blocked', '{"problems": ["journal_blocked"]}');
INSERT INTO public.exact_audit VALUES (181, 'kas', NULL, '2026-11-23 08:05:12.517108+00', 'systeem', 'run_ended', '{"state": "done", "reason": null}');
INSERT INTO public.exact_audit VALUES (182, 'kas', 50, '2026-11-23 08:05:12.538437+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (183, 'kas', NULL, '2026-11-24 08:05:42.546406+00', 'systeem', 'run_started', '{"trigger": "night"}');
INSERT INTO public.exact_audit VALUES (184, 'kas', NULL, '2026-11-24 08:05:42.593952+00', 'systeem', 'connection_dead', '{"reason": "invalid_request"}');
INSERT INTO public.exact_audit VALUES (185, 'kas', NULL, '2026-11-24 08:05:42.610346+00', 'systeem', 'run_ended', '{"state": "stopped", "reason": "log_in_again"}');
INSERT INTO public.exact_audit VALUES (186, 'zaal', 51, '2026-11-24 08:05:42.647873+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (187, 'zaal', 52, '2026-11-24 08:05:42.649717+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (188, 'zaal', 53, '2026-11-24 08:06:12.671943+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (189, 'zaal', 54, '2026-11-24 08:06:12.673689+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (190, 'zaal', 55, '2026-11-24 08:06:42.696824+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (191, 'zaal', 56, '2026-11-24 08:06:42.69835+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (192, 'zaal', 57, '2026-11-24 08:06:42.704554+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (193, 'zaal', 58, '2026-11-24 08:07:12.726166+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (194, 'zaal', 59, '2026-11-24 08:07:12.732178+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (195, 'zaal', 60, '2026-11-24 08:07:42.757701+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (196, 'zaal', 61, '2026-11-24 08:08:12.7804+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (197, 'zaal', 62, '2026-11-24 08:08:12.788253+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (198, 'zaal', 63, '2026-11-24 08:08:12.791+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (199, 'zaal', 64, '2026-11-24 08:08:42.807223+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (200, 'zaal', 65, '2026-11-24 08:08:42.813272+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (201, 'zaal', 66, '2026-11-24 08:09:12.830621+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (202, 'zaal', 67, '2026-11-24 08:09:12.837347+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (203, 'zaal', NULL, '2026-11-25 08:09:42.844721+00', 'systeem', 'run_started', '{"trigger": "night"}');
INSERT INTO public.exact_audit VALUES (204, 'zaal', 20, '2026-11-25 08:09:43.189464+00', 'systeem', 'released', '{}');
INSERT INTO public.exact_audit VALUES (205, 'zaal', 21, '2026-11-25 08:09:43.193383+00', 'systeem', 'released', '{}');
INSERT INTO public.exact_audit VALUES (206, 'zaal', 20, '2026-11-25 08:09:43.274603+00', 'systeem', 'blocked', '{"problems": ["refused"]}');
INSERT INTO public.exact_audit VALUES (207, 'zaal', 21, '2026-11-25 08:09:43.326524+00', 'systeem', 'blocked', '{"problems": ["refused"]}');
INSERT INTO public.exact_audit VALUES (208, 'zaal', 51, '2026-11-25 08:09:43.354806+00', 'systeem', 'blocked', '{"problems": ["currency"]}');
INSERT INTO public.exact_audit VALUES (209, 'zaal', 52, '2026-11-25 08:09:43.386708+00', 'systeem', 'blocked', '{"problems": ["vat_rate_unmapped"]}');
INSERT INTO public.exact_audit VALUES (210, 'zaal', 53, '2026-11-25 08:09:43.406191+00', 'systeem', 'blocked', '{"problems": ["vat_difference"]}');
INSERT INTO public.exact_audit VALUES (211, 'zaal', 54, '2026-11-25 08:09:43.422332+00', 'systeem', 'blocked', '{"problems": ["identifier_too_long"]}');
INSERT INTO public.exact_audit VALUES (212, 'zaal', 55, '2026-11-25 08:09:43.441531+00', 'systeem', 'blocked', '{"problems": ["debtor_nameless"]}');
INSERT INTO public.exact_audit VALUES (213, 'zaal', 56, '2026-11-25 08:09:43.457293+00', 'systeem', 'blocked', '{"problems": ["debtor_blocked"]}');
INSERT INTO public.exact_audit VALUES (214, 'zaal', 57, '2026-11-25 08:09:43.474242+00', 'systeem', 'blocked', '{"problems": ["period_missing"]}');
INSERT INTO public.exact_audit VALUES (215, 'zaal', 58, '2026-11-25 08:09:43.490482+00', 'systeem', 'blocked', '{"problems": ["period_closed"]}');
INSERT INTO public.exact_audit VALUES (216, 'zaal', 59, '2026-11-25 08:09:43.510049+00', 'systeem', 'blocked', '{"problems": ["gl_account_blocked"]}');
INSERT INTO public.exact_audit VALUES (217, 'zaal', 60, '2026-11-25 08:09:43.526672+00', 'systeem', 'blocked', '{"problems": ["cost_center_needed"]}');
INSERT INTO public.exact_audit VALUES (218, 'zaal', 62, '2026-11-25 08:09:43.672543+00', 'systeem', 'blocked', '{"problems": ["refused"]}');
INSERT INTO public.exact_audit VALUES (219, 'zaal', 63, '2026-11-25 08:09:43.697357+00', 'systeem', 'blocked', '{"problems": ["reference_suspect"]}');
INSERT INTO public.exact_audit VALUES (220, 'zaal', 64, '2026-11-25 08:09:43.721809+00', 'systeem', 'ignored', '{}');
INSERT INTO public.exact_audit VALUES (221, 'zaal', 65, '2026-11-25 08:09:43.746056+00', 'systeem', 'blocked', '{"problems": ["bug"]}');
INSERT INTO public.exact_audit VALUES (222, 'zaal', 66, '2026-11-25 08:09:43.782865+00', 'systeem', 'blocked', '{"problems": ["totals_disagree", "totals_disagree"]}');
INSERT INTO public.exact_audit VALUES (223, 'zaal', 67, '2026-11-25 08:09:43.805942+00', 'systeem', 'blocked', '{"problems": ["no_lines"]}');
INSERT INTO public.exact_audit VALUES (224, 'zaal', 61, '2026-11-25 08:09:43.852413+00', 'systeem', 'blocked', '{"problems": ["reference_suspect"]}');
INSERT INTO public.exact_audit VALUES (225, 'zaal', NULL, '2026-11-25 08:09:43.895473+00', 'systeem', 'run_ended', '{"state": "done", "reason": null}');
INSERT INTO public.exact_audit VALUES (226, 'zaal', 68, '2026-11-25 08:09:43.916214+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (227, 'zaal', NULL, '2026-11-25 08:10:13.926499+00', 'systeem', 'run_started', '{"trigger": "night"}');
INSERT INTO public.exact_audit VALUES (228, 'zaal', 68, '2026-11-25 08:10:14.351818+00', 'systeem', 'blocked', '{"problems": ["refused"]}');
INSERT INTO public.exact_audit VALUES (229, 'zaal', NULL, '2026-11-25 08:10:14.367884+00', 'systeem', 'run_ended', '{"state": "done", "reason": null}');
INSERT INTO public.exact_audit VALUES (230, 'zaal', 69, '2026-11-25 08:10:14.393635+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (231, 'zaal', 70, '2026-11-25 08:10:14.398896+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (232, 'zaal', NULL, '2026-11-25 08:10:44.416965+00', 'systeem', 'run_started', '{"trigger": "night"}');
INSERT INTO public.exact_audit VALUES (233, 'zaal', 69, '2026-11-25 08:10:44.807968+00', 'systeem', 'unconfirmed', '{}');
INSERT INTO public.exact_audit VALUES (234, 'zaal', NULL, '2026-11-25 08:10:44.993442+00', 'systeem', 'run_ended', '{"state": "done", "reason": null}');
INSERT INTO public.exact_audit VALUES (235, 'zaal', NULL, '2026-11-25 08:11:02.003726+00', 'systeem', 'run_started', '{"trigger": "night"}');
INSERT INTO public.exact_audit VALUES (236, 'zaal', 69, '2026-11-25 08:11:02.359506+00', 'systeem', 'not_found', '{}');
INSERT INTO public.exact_audit VALUES (237, 'zaal', 69, '2026-11-25 08:11:02.540045+00', 'systeem', 'unconfirmed', '{}');
INSERT INTO public.exact_audit VALUES (238, 'zaal', NULL, '2026-11-25 08:11:02.824+00', 'systeem', 'run_ended', '{"state": "done", "reason": null}');
INSERT INTO public.exact_audit VALUES (239, 'zaal', NULL, '2026-11-25 08:11:19.836284+00', 'systeem', 'run_started', '{"trigger": "night"}');
INSERT INTO public.exact_audit VALUES (240, 'zaal', 69, '2026-11-25 08:11:20.32232+00', 'systeem', 'not_found', '{}');
INSERT INTO public.exact_audit VALUES (241, 'zaal', 69, '2026-11-25 08:11:20.534506+00', 'systeem', 'unconfirmed', '{}');
INSERT INTO public.exact_audit VALUES (242, 'zaal', NULL, '2026-11-25 08:11:20.78131+00', 'systeem', 'run_ended', '{"state": "done", "reason": null}');
INSERT INTO public.exact_audit VALUES (243, 'zaal', NULL, '2026-11-25 08:11:37.793583+00', 'systeem', 'run_started', '{"trigger": "night"}');
INSERT INTO public.exact_audit VALUES (244, 'zaal', 69, '2026-11-25 08:11:38.238562+00', 'systeem', 'not_found', '{}');
INSERT INTO public.exact_audit VALUES (245, 'zaal', 69, '2026-11-25 08:11:38.457552+00', 'systeem', 'unconfirmed', '{}');
INSERT INTO public.exact_audit VALUES (246, 'zaal', NULL, '2026-11-25 08:11:38.706465+00', 'systeem', 'run_ended', '{"state": "done", "reason": null}');
INSERT INTO public.exact_audit VALUES (247, 'zaal', NULL, '2026-11-25 08:11:55.724+00', 'systeem', 'run_started', '{"trigger": "night"}');
INSERT INTO public.exact_audit VALUES (248, 'zaal', 69, '2026-11-25 08:11:56.182718+00', 'systeem', 'not_found', '{}');
INSERT INTO public.exact_audit VALUES (249, 'zaal', 69, '2026-11-25 08:11:56.400969+00', 'systeem', 'unconfirmed', '{"problems": ["unanswered"]}');
INSERT INTO public.exact_audit VALUES (250, 'zaal', NULL, '2026-11-25 08:11:56.664983+00', 'systeem', 'run_ended', '{"state": "done", "reason": null}');
INSERT INTO public.exact_audit VALUES (251, 'zaal', NULL, '2026-11-25 08:12:13.68103+00', 'systeem', 'run_started', '{"trigger": "night"}');
INSERT INTO public.exact_audit VALUES (252, 'zaal', 69, '2026-11-25 08:12:14.150772+00', 'systeem', 'not_found', '{}');
INSERT INTO public.exact_audit VALUES (253, 'zaal', 70, '2026-11-25 08:12:14.334416+00', 'systeem', 'blocked', '{"problems": ["debtor_unanswered"]}');
INSERT INTO public.exact_audit VALUES (254, 'zaal', NULL, '2026-11-25 08:12:14.363935+00', 'systeem', 'run_ended', '{"state": "done", "reason": null}');
INSERT INTO public.exact_audit VALUES (255, 'zaal', NULL, '2026-11-25 08:12:31.373741+00', 'systeem', 'run_started', '{"trigger": "night"}');
INSERT INTO public.exact_audit VALUES (256, 'zaal', NULL, '2026-11-25 08:12:31.984475+00', 'systeem', 'run_ended', '{"state": "done", "reason": null}');
INSERT INTO public.exact_audit VALUES (257, 'zaal', NULL, '2026-11-25 08:12:48.996977+00', 'systeem', 'run_started', '{"trigger": "night"}');
INSERT INTO public.exact_audit VALUES (258, 'zaal', NULL, '2026-11-25 08:12:49.621508+00', 'systeem', 'run_ended', '{"state": "done", "reason": null}');
INSERT INTO public.exact_audit VALUES (259, 'zaal', 71, '2026-11-25 08:13:06.666536+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (260, 'zaal', 72, '2026-11-25 08:13:06.670013+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (261, 'zaal', 73, '2026-11-25 08:13:06.677183+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (262, 'zaal', 74, '2026-11-25 08:13:06.678983+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (263, 'zaal', 75, '2026-11-25 08:13:36.712663+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (264, 'zaal', NULL, '2026-11-25 08:14:06.724179+00', 'systeem', 'run_started', '{"trigger": "night"}');
INSERT INTO public.exact_audit VALUES (265, 'zaal', 71, '2026-11-25 08:14:07.550511+00', 'systeem', 'posted', '{"entry_number": 26700042}');
INSERT INTO public.exact_audit VALUES (266, 'zaal', 72, '2026-11-25 08:14:07.639602+00', 'systeem', 'posted', '{"entry_number": 26700043}');
INSERT INTO public.exact_audit VALUES (267, 'zaal', 73, '2026-11-25 08:14:07.718395+00', 'systeem', 'posted', '{"entry_number": 26700044}');
INSERT INTO public.exact_audit VALUES (268, 'zaal', 74, '2026-11-25 08:14:07.758273+00', 'systeem', 'blocked', '{"problems": ["currency"]}');
INSERT INTO public.exact_audit VALUES (269, 'zaal', 75, '2026-11-25 08:14:07.834598+00', 'systeem', 'posted', '{"entry_number": 26700045}');
INSERT INTO public.exact_audit VALUES (270, 'zaal', NULL, '2026-11-25 08:14:07.907707+00', 'systeem', 'run_ended', '{"state": "done", "reason": null}');
INSERT INTO public.exact_audit VALUES (271, 'zaal', 71, '2026-11-25 08:14:07.944653+00', 'systeem', 'changed_after_booking', '{}');
INSERT INTO public.exact_audit VALUES (272, 'zaal', 72, '2026-11-25 08:14:07.969171+00', 'systeem', 'changed_after_booking', '{}');
INSERT INTO public.exact_audit VALUES (273, 'zaal', 75, '2026-11-25 08:14:08.055205+00', 'systeem', 'deleted', '{"state": "synced"}');
INSERT INTO public.exact_audit VALUES (274, 'zaal', 76, '2026-11-25 08:14:08.102532+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (275, 'zaal', NULL, '2026-11-25 08:14:38.114623+00', 'systeem', 'run_started', '{"trigger": "night"}');
INSERT INTO public.exact_audit VALUES (276, 'zaal', 76, '2026-11-25 08:14:38.910924+00', 'systeem', 'blocked', '{"problems": ["identifier_reused"]}');
INSERT INTO public.exact_audit VALUES (277, 'zaal', NULL, '2026-11-25 08:14:38.948533+00', 'systeem', 'run_ended', '{"state": "done", "reason": null}');
INSERT INTO public.exact_audit VALUES (278, 'zaal', 77, '2026-11-25 08:14:38.983817+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (279, 'zaal', 77, '2026-11-25 08:15:08.997733+00', 'systeem', 'deleted', '{"state": "queued"}');
INSERT INTO public.exact_audit VALUES (280, 'zaal', 78, '2026-11-25 08:15:09.028359+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (281, 'zaal', 79, '2026-11-25 08:15:39.060772+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (282, 'zaal', 80, '2026-11-25 08:16:09.078767+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (283, 'zaal', 81, '2026-11-25 08:16:39.121813+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (284, 'zaal', 82, '2026-11-25 08:17:09.14969+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (285, 'zaal', NULL, '2026-11-25 08:17:39.190328+00', 'systeem', 'run_started', '{"trigger": "night"}');
INSERT INTO public.exact_audit VALUES (286, 'zaal', 78, '2026-11-25 08:17:40.015669+00', 'systeem', 'unconfirmed', '{}');
INSERT INTO public.exact_audit VALUES (287, 'zaal', 79, '2026-11-25 08:17:40.083218+00', 'systeem', 'posted', '{"entry_number": 26700046}');
INSERT INTO public.exact_audit VALUES (288, 'zaal', 82, '2026-11-25 08:17:40.274503+00', 'systeem', 'unconfirmed', '{}');
INSERT INTO public.exact_audit VALUES (289, 'zaal', 83, '2026-11-25 08:17:40.509378+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (290, 'zaal', 84, '2026-11-25 08:17:40.511032+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (291, 'zaal', 85, '2026-11-25 08:17:40.521388+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (292, 'zaal', 86, '2026-11-25 08:17:40.523064+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (293, 'zaal', 87, '2026-11-25 08:17:40.532351+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (294, 'zaal', 88, '2026-11-25 08:17:40.533897+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (295, 'zaal', 89, '2026-11-25 08:17:40.547597+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (296, 'zaal', 90, '2026-11-25 08:17:40.549894+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (297, 'zaal', 91, '2026-11-25 08:17:40.55563+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (298, 'zaal', 92, '2026-11-25 08:17:40.55747+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (299, 'zaal', 93, '2026-11-25 08:17:40.559015+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (300, 'zaal', 94, '2026-11-25 08:17:40.565474+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (301, 'zaal', 95, '2026-11-25 08:17:40.566997+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (302, 'zaal', 96, '2026-11-25 08:17:40.575044+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (303, 'zaal', 97, '2026-11-25 08:17:40.581201+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (304, 'zaal', 98, '2026-11-25 08:17:40.582835+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (305, 'zaal', 99, '2026-11-25 08:17:40.588798+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (306, 'zaal', 100, '2026-11-25 08:17:40.590402+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (307, 'zaal', 101, '2026-11-25 08:17:40.598662+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (308, 'zaal', 102, '2026-11-25 08:17:40.60235+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (309, 'zaal', 103, '2026-11-25 08:17:40.60872+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (310, 'zaal', 104, '2026-11-25 08:17:40.610257+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (311, 'zaal', 105, '2026-11-25 08:17:40.620032+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (312, 'zaal', 106, '2026-11-25 08:17:40.621712+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (313, 'zaal', 107, '2026-11-25 08:17:40.63032+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (314, 'zaal', 108, '2026-11-25 08:17:40.633186+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (315, 'zaal', 109, '2026-11-25 08:17:40.634683+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (316, 'zaal', 110, '2026-11-25 08:17:40.644635+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (317, 'zaal', 111, '2026-11-25 08:17:40.646254+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (318, 'zaal', 112, '2026-11-25 08:17:40.657648+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (319, 'zaal', 113, '2026-11-25 08:17:40.664643+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (320, 'zaal', 114, '2026-11-25 08:17:40.666378+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (321, 'zaal', 115, '2026-11-25 08:17:40.68018+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (322, 'zaal', 116, '2026-11-25 08:18:10.712818+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (323, 'zaal', 117, '2026-11-25 08:18:10.714398+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (324, 'zaal', 118, '2026-11-25 08:18:10.725391+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (325, 'zaal', 119, '2026-11-25 08:18:10.726951+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (326, 'zaal', 120, '2026-11-25 08:18:10.735739+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (327, 'zaal', 121, '2026-11-25 08:18:40.757544+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (328, 'tuin', NULL, '2026-11-25 08:19:12.425418+00', 'Anke de Beheerder', 'logged_in', '{"site": "NL"}');
INSERT INTO public.exact_audit VALUES (329, 'tuin', NULL, '2026-11-25 08:19:12.512531+00', 'Anke de Beheerder', 'administration_chosen', '{"division": 1000002, "name": "Stadsschouwburg ''t Veerhuis B.V."}');
INSERT INTO public.exact_audit VALUES (330, 'tuin', NULL, '2026-11-25 08:19:13.07875+00', 'Anke de Beheerder', 'settings_saved', '{}');
INSERT INTO public.exact_audit VALUES (331, 'tuin', 122, '2026-11-25 08:19:13.124307+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (332, 'tuin', 123, '2026-11-25 08:19:13.126478+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (333, 'tuin', NULL, '2026-11-25 08:19:43.139958+00', 'systeem', 'run_started', '{"trigger": "night"}');
INSERT INTO public.exact_audit VALUES (334, 'tuin', 122, '2026-11-25 08:19:43.69396+00', 'systeem', 'posted', '{"entry_number": 26700002}');
INSERT INTO public.exact_audit VALUES (335, 'tuin', NULL, '2026-11-25 08:19:43.782654+00', 'systeem', 'debtor_created', '{"code": "9004"}');
INSERT INTO public.exact_audit VALUES (336, 'tuin', 123, '2026-11-25 08:19:43.84537+00', 'systeem', 'posted', '{"entry_number": 26700003}');
INSERT INTO public.exact_audit VALUES (337, 'tuin', NULL, '2026-11-25 08:19:43.898973+00', 'systeem', 'run_ended', '{"state": "done", "reason": null}');
INSERT INTO public.exact_audit VALUES (338, 'tuin', 124, '2026-11-25 08:19:43.964944+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (339, 'tuin', 125, '2026-11-25 08:19:43.966702+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (340, 'tuin', NULL, '2026-11-25 08:20:14.148478+00', 'systeem', 'run_started', '{"trigger": "night"}');
INSERT INTO public.exact_audit VALUES (341, 'grange', NULL, '2026-11-25 08:20:17.036243+00', 'Anke de Beheerder', 'logged_in', '{"site": "BE"}');
INSERT INTO public.exact_audit VALUES (342, 'grange', NULL, '2026-11-25 08:20:17.112903+00', 'Anke de Beheerder', 'administration_chosen', '{"division": 2000001, "name": "Domaine de la Grange SRL"}');
INSERT INTO public.exact_audit VALUES (343, 'grange', NULL, '2026-11-25 08:20:17.622798+00', 'Anke de Beheerder', 'settings_saved', '{}');
INSERT INTO public.exact_audit VALUES (344, 'grange', 126, '2026-11-25 08:20:17.676494+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (345, 'grange', 127, '2026-11-25 08:20:17.678449+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (346, 'grange', NULL, '2026-11-25 08:20:47.689853+00', 'systeem', 'run_started', '{"trigger": "night"}');
INSERT INTO public.exact_audit VALUES (347, 'grange', NULL, '2026-11-25 08:20:48.690464+00', 'systeem', 'debtor_created', '{"code": "3"}');
INSERT INTO public.exact_audit VALUES (348, 'grange', 126, '2026-11-25 08:20:48.729955+00', 'systeem', 'posted', '{"entry_number": 26700001}');
INSERT INTO public.exact_audit VALUES (349, 'grange', 127, '2026-11-25 08:20:48.771745+00', 'systeem', 'blocked', '{"problems": ["payment_condition_needed"]}');
INSERT INTO public.exact_audit VALUES (350, 'grange', NULL, '2026-11-25 08:20:48.811984+00', 'systeem', 'run_ended', '{"state": "done", "reason": null}');
INSERT INTO public.exact_audit VALUES (351, 'grange', 128, '2026-11-25 08:20:48.833232+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (352, 'grange', NULL, '2026-11-25 08:21:18.876143+00', 'systeem', 'run_started', '{"trigger": "night"}');
INSERT INTO public.exact_audit VALUES (353, 'nieuw', 129, '2026-11-25 08:21:20.624925+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (354, 'nieuw', 130, '2026-11-25 08:21:20.632413+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (355, 'weg', 131, '2026-11-25 08:21:52.090155+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_audit VALUES (356, 'weg', 132, '2026-11-25 08:21:52.094937+00', 'systeem', 'queued', '{}');
INSERT INTO public.exact_call_window VALUES ('NL', '11111111-1111-1111-1111-111111111111', 1000001, 'minute', '2026-11-25 08:20:00.108604+00', 1, 100000, 313);
INSERT INTO public.exact_call_window VALUES ('NL', '11111111-1111-1111-1111-111111111111', 1000001, 'day', '2026-11-26 00:00:00.108604+00', 185, 1000000, 313);
INSERT INTO public.exact_call_window VALUES ('NL', '11111111-1111-1111-1111-111111111111', 1000002, 'minute', '2026-11-25 08:21:00.29367+00', 9, 100000, 47);
INSERT INTO public.exact_call_window VALUES ('NL', '11111111-1111-1111-1111-111111111111', 1000002, 'day', '2026-11-26 00:00:00.29367+00', 29, 1000000, 47);
INSERT INTO public.exact_call_window VALUES ('NL', '11111111-1111-1111-1111-111111111111', 1000003, 'minute', '2026-11-23 08:06:00.498088+00', 8, 100000, 26);
INSERT INTO public.exact_call_window VALUES ('NL', '11111111-1111-1111-1111-111111111111', 1000003, 'day', '2026-11-24 00:00:00.498088+00', 8, 1000000, 26);
INSERT INTO public.exact_call_window VALUES ('BE', '22222222-2222-2222-2222-222222222222', 2000001, 'minute', '2026-11-25 08:22:00.091512+00', 8, 100000, 28);
INSERT INTO public.exact_call_window VALUES ('BE', '22222222-2222-2222-2222-222222222222', 2000001, 'day', '2026-11-26 00:00:00.091512+00', 28, 1000000, 28);
INSERT INTO public.exact_connection VALUES (1, 'zaal', 'NL', '11111111-1111-1111-1111-111111111111', '5c1d1b3a-1f6e-4a53-9c5e-0a1d4f7c0001', 'Bea Boekhouder', 1000001, 'Landgoed De Hooge Vuursteen B.V.', 'NL', 'EUR', 'connected', NULL, NULL, '2026-11-16 08:00:02.062287+00', '2026-11-16 08:00:02.120942+00', '2026-11-16 08:00:02.42889+00', true, false, '2026-11-17 01:16:42+00', '2026-11-25 08:17:39.516933+00', NULL, true, NULL);
INSERT INTO public.exact_connection VALUES (2, 'oud', 'NL', '11111111-1111-1111-1111-111111111111', '5c1d1b3a-1f6e-4a53-9c5e-0a1d4f7c0001', 'Bea Boekhouder', 1000002, 'Stadsschouwburg ''t Veerhuis B.V.', 'NL', 'EUR', 'disconnected', NULL, '2026-11-21 08:03:10.176475+00', '2026-11-21 08:02:39.224046+00', '2026-11-21 08:02:39.266596+00', '2026-11-21 08:02:39.634175+00', false, false, NULL, '2026-11-21 08:03:09.95833+00', NULL, true, NULL);
INSERT INTO public.exact_connection VALUES (3, 'kas', 'NL', '11111111-1111-1111-1111-111111111111', '5c1d1b3a-1f6e-4a53-9c5e-0a1d4f7c0002', 'Alex Accountant', 1000003, 'Voorbeeldfacturen B.V.', 'NL', 'EUR', 'dead', 'invalid_request', NULL, '2026-11-21 08:03:41.394129+00', '2026-11-21 08:04:11.461895+00', '2026-11-21 08:04:11.785241+00', true, false, '2026-11-22 01:00:34+00', '2026-11-23 08:05:12.416908+00', NULL, true, NULL);
INSERT INTO public.exact_connection VALUES (4, 'tuin', 'NL', '11111111-1111-1111-1111-111111111111', '5c1d1b3a-1f6e-4a53-9c5e-0a1d4f7c0001', 'Bea Boekhouder', 1000002, 'Stadsschouwburg ''t Veerhuis B.V.', 'NL', 'EUR', 'connected', NULL, NULL, '2026-11-25 08:19:12.425406+00', '2026-11-25 08:19:12.512505+00', '2026-11-25 08:19:13.024999+00', true, false, '2026-11-26 01:17:20+00', '2026-11-25 08:20:14.894489+00', NULL, true, NULL);
INSERT INTO public.exact_connection VALUES (5, 'grange', 'BE', '22222222-2222-2222-2222-222222222222', '5c1d1b3a-1f6e-4a53-9c5e-0a1d4f7c0004', 'Camille Comptable', 2000001, 'Domaine de la Grange SRL', 'BE', 'EUR', 'connected', NULL, NULL, '2026-11-25 08:20:17.036223+00', '2026-11-25 08:20:17.112884+00', '2026-11-25 08:20:17.592258+00', true, false, '2026-11-26 01:20:36+00', '2026-11-25 08:21:19.09659+00', NULL, true, NULL);
INSERT INTO public.exact_crm_account VALUES ('NL', 1000001, '982e5333-aa2f-40eb-a2c8-5fbdd84455d2', 'vasteklantbv', '1', 'Vaste Klant B.V.', '3511AB', 'Utrecht', 'NL', 'C', false, false, false, NULL, NULL, NULL, false);
INSERT INTO public.exact_crm_account VALUES ('NL', 1000001, 'cd613e30-d8f1-4adf-91b7-584a2265b1f5', 'dubbelfeestbv', '9000', 'Dubbel Feest B.V.', '6211AA', 'Maastricht', 'NL', 'C', false, false, false, NULL, NULL, NULL, false);
INSERT INTO public.exact_crm_account VALUES ('NL', 1000001, '1e2feb89-414c-443c-9027-c4d1c386bbc4', 'dubbelfeestbv', '9001', 'Dubbel Feest B.V.', '6211AA', 'Maastricht', 'NL', 'C', false, false, false, NULL, NULL, NULL, false);
INSERT INTO public.exact_crm_account VALUES ('NL', 1000001, '78e51061-7311-48a3-82ce-6f447ed4d57b', 'tweelingcateringbv', '9002', 'Tweeling Catering B.V.', '6211AB', 'Maastricht', 'NL', 'C', false, false, false, NULL, NULL, NULL, false);
INSERT INTO public.exact_crm_account VALUES ('NL', 1000001, '35bf992d-c9e9-4616-a12e-7696a6cecc1b', 'tweelingcateringbv', '9003', 'Tweeling Catering B.V.', '6211AB', 'Maastricht', 'NL', 'C', false, false, false, NULL, NULL, NULL, false);
INSERT INTO public.exact_crm_account VALUES ('NL', 1000001, 'a1d81045-0786-4b6f-8d5b-a2828a8f184c', 'prospecteventsbv', '2', 'Prospect Events B.V.', '1017CD', 'Amsterdam', 'NL', 'C', false, false, false, NULL, NULL, NULL, false);
INSERT INTO public.exact_crm_account VALUES ('NL', 1000001, '1a73a48f-ce35-548d-8312-137bf3d5b4c4', '20cooperatievevere', '9004', '20 Coöperatieve Vere', '9711 EF', 'Groningen', 'NL', 'C', false, false, false, NULL, NULL, NULL, false);
INSERT INTO public.exact_crm_account VALUES ('NL', 1000001, 'c164973c-9bed-5dbf-b4e9-dcf9de3b08e1', '30cooperatieveverenigingvan', '9005', '30 Coöperatieve Vereniging van', '9711 EF', 'Groningen', 'NL', 'C', false, false, false, NULL, NULL, NULL, false);
INSERT INTO public.exact_crm_account VALUES ('NL', 1000001, '27e2774a-bb8b-57d4-a8ce-83f86889a93d', '40cooperatieveverenigingvangezamenli', '9006', '40 Coöperatieve Vereniging van Gezamenli', '9711 EF', 'Groningen', 'NL', 'C', false, false, false, NULL, NULL, NULL, false);
INSERT INTO public.exact_crm_account VALUES ('NL', 1000001, '1fca9b69-45a0-577c-a431-c182f8652382', '49cooperatieveverenigingvangezamenlijkeevene', '9007', '49 Coöperatieve Vereniging van Gezamenlijke Evene', '9711 EF', 'Groningen', 'NL', 'C', false, false, false, NULL, NULL, NULL, false);
INSERT INTO public.exact_crm_account VALUES ('NL', 1000001, 'ae30296c-64cc-5ef2-b022-94da11b11389', '50cooperatieveverenigingvangezamenlijkeevenem', '9008', '50 Coöperatieve Vereniging van Gezamenlijke Evenem', '9711 EF', 'Groningen', 'NL', 'C', false, false, false, NULL, NULL, NULL, false);
INSERT INTO public.exact_crm_account VALUES ('NL', 1000001, '6402b17b-3652-5c3b-bf70-e371ed0bd1af', 'jansenzonenfeestenbv', '9009', 'Jansen & Zonen Feesten B.V.', '4811 AB', 'Breda', 'NL', 'C', false, false, false, NULL, 'NL000099998B57', NULL, false);
INSERT INTO public.exact_crm_account VALUES ('NL', 1000001, '55432b99-c582-5d3a-bacf-339cf19cba58', 'cafetijdesterbrouwerij', '9010', 'Café ''t Ĳ / ''De Ŝtĕr'' (Brouwerij)', '1018 AA', 'Amsterdam', 'NL', 'C', false, false, false, NULL, NULL, '38480752', false);
INSERT INTO public.exact_crm_account VALUES ('NL', 1000001, '83d912d0-d38a-5184-95c7-48273860d074', '51cooperatieveverenigingvangezamenlijkeevenem', '9011', '51 Coöperatieve Vereniging van Gezamenlijke Evenem', '9711 EF', 'Groningen', 'NL', 'C', false, false, false, NULL, NULL, NULL, false);
INSERT INTO public.exact_crm_account VALUES ('NL', 1000001, '151df1cb-dcb6-5fc5-b79e-d68aea9f0bc3', '60cooperatieveverenigingvangezamenlijkeevenem', '9012', '60 Coöperatieve Vereniging van Gezamenlijke Evenem', '9711 EF', 'Groningen', 'NL', 'C', false, false, false, NULL, NULL, NULL, false);
INSERT INTO public.exact_crm_account VALUES ('NL', 1000001, 'ea561043-bc30-5f9d-b459-6ec539bb175b', '70cooperatieveverenigingvangezamenlijkeevenem', '9013', '70 Coöperatieve Vereniging van Gezamenlijke Evenem', '9711 EF', 'Groningen', 'NL', 'C', false, false, false, NULL, NULL, NULL, false);
INSERT INTO public.exact_crm_account VALUES ('NL', 1000001, 'a8cebb0e-97a7-56b0-80a8-458aaf52ef8b', '80cooperatieveverenigingvangezamenlijkeevenem', '9014', '80 Coöperatieve Vereniging van Gezamenlijke Evenem', '9711 EF', 'Groningen', 'NL', 'C', false, false, false, NULL, NULL, NULL, false);
INSERT INTO public.exact_crm_account VALUES ('NL', 1000001, '7482116b-c8cd-5c1d-a810-0bad3382f630', '100cooperatieveverenigingvangezamenlijkeevene', '9015', '100 Coöperatieve Vereniging van Gezamenlijke Evene', '9711 EF', 'Groningen', 'NL', 'C', false, false, false, NULL, NULL, NULL, false);
INSERT INTO public.exact_crm_account VALUES ('NL', 1000001, 'f496a442-15a0-575f-8bb8-164870dea9c8', '119cooperatieveverenigingvangezamenlijkeevene', '9016', '119 Coöperatieve Vereniging van Gezamenlijke Evene', '9711 EF', 'Groningen', 'NL', 'C', false, false, false, NULL, NULL, NULL, false);
INSERT INTO public.exact_crm_account VALUES ('NL', 1000001, 'c01b65d6-a37f-5e75-8450-4c8d2112571d', '120cooperatieveverenigingvangezamenlijkeevene', '9017', '120 Coöperatieve Vereniging van Gezamenlijke Evene', '9711 EF', 'Groningen', 'NL', 'C', false, false, false, NULL, NULL, NULL, false);
INSERT INTO public.exact_crm_account VALUES ('NL', 1000001, '05a24cd9-b9b9-52b3-a456-fd90e491ae1b', 'rheinblickveranstaltungengmbh', '9018', 'Rheinblick Veranstaltungen GmbH', 'D-50667', 'Köln', 'DE', 'C', false, false, false, NULL, 'DE136695976', NULL, false);
INSERT INTO public.exact_crm_account VALUES ('NL', 1000001, '3538f3c2-d2e0-51d3-818e-86ce22637d3e', 'brasseriedehaan', '9019', 'Brasserie De Haan', '8420', 'De Haan', NULL, 'C', false, false, false, NULL, NULL, NULL, false);
INSERT INTO public.exact_crm_account VALUES ('NL', 1000001, '6bcc20f8-c28f-5d02-99a6-8e45731abff7', 'lisboacongressoslda', '9020', 'Lisboa Congressos Lda', 'PT-1000-001', 'Lisboa', 'PT', 'C', false, false, false, NULL, NULL, NULL, false);
INSERT INTO public.exact_crm_account VALUES ('NL', 1000001, '19f8efa6-b88f-57e2-9a6c-2f188a12614b', 'ruedelaloisrl', '9021', 'Rue de la Loi SPRL', 'B-1040', 'Bruxelles', 'BE', 'C', false, false, false, NULL, NULL, NULL, false);
INSERT INTO public.exact_crm_account VALUES ('NL', 1000001, '44566b70-7e05-5cb5-a795-eeb3d3f9bed7', 'janpeeters', '9022', 'Jan Peeters', '9000', 'Gent', 'BE', 'C', false, false, false, NULL, NULL, NULL, false);
INSERT INTO public.exact_crm_account VALUES ('NL', 1000001, 'ecabfa29-2dd1-56da-8ce9-737ff1ca130f', 'zonderpostcodecateringbv', '9023', 'Zonder Postcode Catering B.V.', NULL, 'Breda', 'NL', 'C', false, false, false, NULL, NULL, '38480753', false);
INSERT INTO public.exact_crm_account VALUES ('NL', 1000001, '69c4e096-5baa-54ef-bb93-e244ea7cbcd3', 'evaroosje', '9024', 'Eva Roosje', NULL, 'Tilburg', 'NL', 'C', false, false, false, NULL, NULL, NULL, false);
INSERT INTO public.exact_crm_account VALUES ('NL', 1000001, 'ff5bf84a-25c5-5155-a2a2-06f11c4c30d5', 'zonderallesbv', '9025', 'Zonder Alles B.V.', NULL, NULL, 'NL', 'C', false, false, false, NULL, NULL, NULL, false);
INSERT INTO public.exact_crm_account VALUES ('NL', 1000001, '7ca13d97-56d8-5ff7-a7e1-b3eac9821c25', 'jokaal', '9026', 'Jo Kaal', NULL, NULL, NULL, 'C', false, false, false, NULL, NULL, NULL, false);
INSERT INTO public.exact_crm_account VALUES ('NL', 1000001, '6bb5b4d9-3ea4-5c69-a7b9-808be0531e79', 'pietjanssens', '9027', 'Piet Janssens', '9000', NULL, 'BE', 'C', false, false, false, NULL, NULL, NULL, false);
INSERT INTO public.exact_crm_account VALUES ('NL', 1000001, 'af2c163a-c828-5e92-9daf-0f2049140c46', 'stichtingopenbaarprimaironderwijsregiozuidoos', '9028', 'Stichting Openbaar Primair Onderwijs Regio Zuidoos', '4811 AB', 'Breda', 'NL', 'C', false, false, false, NULL, NULL, NULL, false);
INSERT INTO public.exact_crm_account VALUES ('NL', 1000001, 'a7723eb8-fc55-5323-a71b-39556016155c', 'particulier', '9029', 'Particulier', '5611 AZ', 'Eindhoven', 'NL', 'C', false, false, false, NULL, NULL, NULL, false);
INSERT INTO public.exact_crm_account VALUES ('NL', 1000003, '98994f2c-65b0-4c32-9cdf-0f5aa6bc7ad1', 'vasteklantbv', '1', 'Vaste Klant B.V.', '3511AB', 'Utrecht', 'NL', 'C', false, false, false, NULL, NULL, NULL, false);
INSERT INTO public.exact_crm_account VALUES ('NL', 1000003, 'c948917c-dd18-4c3b-9981-6e8b65d4b398', 'prospecteventsbv', '2', 'Prospect Events B.V.', '1017CD', 'Amsterdam', 'NL', 'P', false, false, false, NULL, NULL, NULL, false);
INSERT INTO public.exact_crm_account VALUES ('NL', 1000001, '1e849b82-ec4d-5a6e-9844-40b729d933c8', 'wanbetalerhorecabv', '9030', 'Wanbetaler Horeca B.V.', '4811 AC', 'Breda', 'NL', 'C', true, false, false, NULL, NULL, NULL, false);
INSERT INTO public.exact_crm_account VALUES ('NL', 1000002, '9c6c4ea2-209a-4648-9e14-cbcae57434be', 'vasteklantbv', '1', 'Vaste Klant B.V.', '3511AB', 'Utrecht', 'NL', 'C', false, false, false, NULL, NULL, NULL, false);
INSERT INTO public.exact_crm_account VALUES ('NL', 1000002, '0ee46507-3e24-4da8-b420-42d80217ad63', 'prospecteventsbv', '2', 'Prospect Events B.V.', '1017CD', 'Amsterdam', 'NL', 'P', false, false, false, NULL, NULL, NULL, false);
INSERT INTO public.exact_crm_account VALUES ('NL', 1000002, 'e4b06ce6-0741-47a8-bce4-2c8218072e8c', 'dubbelfeestbv', '9000', 'Dubbel Feest B.V.', '6211AA', 'Maastricht', 'NL', 'C', false, false, false, NULL, NULL, NULL, false);
INSERT INTO public.exact_crm_account VALUES ('NL', 1000002, '9b810e76-6ec9-4286-a3ca-828dd5f4b3b2', 'dubbelfeestbv', '9001', 'Dubbel Feest B.V.', '6211AA', 'Maastricht', 'NL', 'C', false, false, false, NULL, NULL, NULL, false);
INSERT INTO public.exact_crm_account VALUES ('NL', 1000002, 'b2221a58-008a-45a6-8464-7159c324c985', 'tweelingcateringbv', '9002', 'Tweeling Catering B.V.', '6211AB', 'Maastricht', 'NL', 'C', false, false, false, NULL, NULL, NULL, false);
INSERT INTO public.exact_crm_account VALUES ('NL', 1000002, 'cd447e35-b8b6-48fe-842e-3d437204e52d', 'tweelingcateringbv', '9003', 'Tweeling Catering B.V.', '6211AB', 'Maastricht', 'NL', 'C', false, false, false, NULL, NULL, NULL, false);
INSERT INTO public.exact_crm_account VALUES ('NL', 1000002, '7601fba1-20c5-54e0-a144-1ba92f9539bf', 'halfgemaaktbv', '9004', 'Half Gemaakt B.V.', '7511 AA', 'Enschede', 'NL', 'C', false, false, false, NULL, NULL, NULL, false);
INSERT INTO public.exact_crm_account VALUES ('BE', 2000001, 'cf1979cf-5014-44e9-b586-a0cba17ba41a', 'vasteklantbv', '1', 'Vaste Klant B.V.', '3511AB', 'Utrecht', 'NL', 'C', false, false, false, NULL, NULL, NULL, false);
INSERT INTO public.exact_crm_account VALUES ('BE', 2000001, '6ecb3654-4084-4fd5-9cd0-87133da21ee4', 'prospecteventsbv', '2', 'Prospect Events B.V.', '1017CD', 'Amsterdam', 'NL', 'P', false, false, false, NULL, NULL, NULL, false);
INSERT INTO public.exact_crm_account VALUES ('BE', 2000001, 'fa436acd-ec0a-5b2d-8b39-86ac414c8764', 'domainedulacsrl', '3', 'Domaine du Lac SPRL', '1000', 'Bruxelles', 'BE', 'C', false, false, false, NULL, NULL, NULL, false);
INSERT INTO public.exact_debtor_binding VALUES ('NL', 1000001, 'vasteklantbv|3511AB|NL', '982e5333-aa2f-40eb-a2c8-5fbdd84455d2', 'bound', NULL, 0, 10, NULL, NULL, '2026-11-17 08:01:33.052432+00');
INSERT INTO public.exact_debtor_binding VALUES ('NL', 1000001, 'prospecteventsbv|1017CD|NL', 'a1d81045-0786-4b6f-8d5b-a2828a8f184c', 'bound', NULL, 0, 10, NULL, NULL, '2026-11-17 08:01:33.128361+00');
INSERT INTO public.exact_debtor_binding VALUES ('NL', 1000001, '20cooperatievevere|9711EF|NL', '1a73a48f-ce35-548d-8312-137bf3d5b4c4', 'bound', '2026-11-17 08:01:33.189199+00', 1, 10, NULL, NULL, '2026-11-17 08:01:33.210637+00');
INSERT INTO public.exact_debtor_binding VALUES ('NL', 1000001, '30cooperatieveverenigingvan|9711EF|NL', 'c164973c-9bed-5dbf-b4e9-dcf9de3b08e1', 'bound', '2026-11-17 08:01:33.249655+00', 1, 10, NULL, NULL, '2026-11-17 08:01:33.262369+00');
INSERT INTO public.exact_debtor_binding VALUES ('NL', 1000001, '40cooperatieveverenigingvangezamenli|9711EF|NL', '27e2774a-bb8b-57d4-a8ce-83f86889a93d', 'bound', '2026-11-17 08:01:33.284165+00', 1, 10, NULL, NULL, '2026-11-17 08:01:33.305684+00');
INSERT INTO public.exact_debtor_binding VALUES ('NL', 1000001, '49cooperatieveverenigingvangezamenlijkeevene|9711EF|NL', '1fca9b69-45a0-577c-a431-c182f8652382', 'bound', '2026-11-17 08:01:33.344585+00', 1, 10, NULL, NULL, '2026-11-17 08:01:33.364055+00');
INSERT INTO public.exact_debtor_binding VALUES ('NL', 1000001, '50cooperatieveverenigingvangezamenlijkeevenem|9711EF|NL', 'ae30296c-64cc-5ef2-b022-94da11b11389', 'bound', '2026-11-17 08:01:33.404931+00', 1, 10, NULL, NULL, '2026-11-17 08:01:33.42713+00');
INSERT INTO public.exact_debtor_binding VALUES ('NL', 1000001, 'jansenzonenfeestenbv|4811AB|NL', '6402b17b-3652-5c3b-bf70-e371ed0bd1af', 'bound', '2026-11-17 08:01:33.477817+00', 1, 10, NULL, NULL, '2026-11-17 08:01:33.505565+00');
INSERT INTO public.exact_debtor_binding VALUES ('NL', 1000001, 'cafetijdesterbrouwerij|1018AA|NL', '55432b99-c582-5d3a-bacf-339cf19cba58', 'bound', '2026-11-17 08:01:33.550102+00', 1, 10, NULL, NULL, '2026-11-17 08:01:33.570756+00');
INSERT INTO public.exact_debtor_binding VALUES ('NL', 1000001, '51cooperatieveverenigingvangezamenlijkeevenem|9711EF|NL', '83d912d0-d38a-5184-95c7-48273860d074', 'bound', '2026-11-17 08:01:33.616152+00', 1, 10, NULL, NULL, '2026-11-17 08:01:33.638443+00');
INSERT INTO public.exact_debtor_binding VALUES ('NL', 1000001, '60cooperatieveverenigingvangezamenlijkeevenem|9711EF|NL', '151df1cb-dcb6-5fc5-b79e-d68aea9f0bc3', 'bound', '2026-11-17 08:01:33.675171+00', 1, 10, NULL, NULL, '2026-11-17 08:01:33.695022+00');
INSERT INTO public.exact_debtor_binding VALUES ('NL', 1000001, '70cooperatieveverenigingvangezamenlijkeevenem|9711EF|NL', 'ea561043-bc30-5f9d-b459-6ec539bb175b', 'bound', '2026-11-17 08:01:33.732629+00', 1, 10, NULL, NULL, '2026-11-17 08:01:33.753032+00');
INSERT INTO public.exact_debtor_binding VALUES ('NL', 1000001, '80cooperatieveverenigingvangezamenlijkeevenem|9711EF|NL', 'a8cebb0e-97a7-56b0-80a8-458aaf52ef8b', 'bound', '2026-11-17 08:01:33.789425+00', 1, 10, NULL, NULL, '2026-11-17 08:01:33.810094+00');
INSERT INTO public.exact_debtor_binding VALUES ('NL', 1000001, '100cooperatieveverenigingvangezamenlijkeevene|9711EF|NL', '7482116b-c8cd-5c1d-a810-0bad3382f630', 'bound', '2026-11-17 08:01:33.846139+00', 1, 10, NULL, NULL, '2026-11-17 08:01:33.868562+00');
INSERT INTO public.exact_debtor_binding VALUES ('NL', 1000001, '119cooperatieveverenigingvangezamenlijkeevene|9711EF|NL', 'f496a442-15a0-575f-8bb8-164870dea9c8', 'bound', '2026-11-17 08:01:33.901215+00', 1, 10, NULL, NULL, '2026-11-17 08:01:33.918529+00');
INSERT INTO public.exact_debtor_binding VALUES ('NL', 1000001, '120cooperatieveverenigingvangezamenlijkeevene|9711EF|NL', 'c01b65d6-a37f-5e75-8450-4c8d2112571d', 'bound', '2026-11-17 08:01:33.945054+00', 1, 10, NULL, NULL, '2026-11-17 08:01:33.962274+00');
INSERT INTO public.exact_debtor_binding VALUES ('NL', 1000001, 'rheinblickveranstaltungengmbh|50667|DE', '05a24cd9-b9b9-52b3-a456-fd90e491ae1b', 'bound', '2026-11-17 08:01:33.997409+00', 1, 10, NULL, NULL, '2026-11-17 08:01:34.013966+00');
INSERT INTO public.exact_debtor_binding VALUES ('NL', 1000001, 'brasseriedehaan|8420|', '3538f3c2-d2e0-51d3-818e-86ce22637d3e', 'bound', '2026-11-17 08:01:34.053054+00', 1, 10, NULL, NULL, '2026-11-17 08:01:34.075167+00');
INSERT INTO public.exact_debtor_binding VALUES ('NL', 1000001, 'lisboacongressoslda|PT1000001|PT', '6bcc20f8-c28f-5d02-99a6-8e45731abff7', 'bound', '2026-11-17 08:01:34.112185+00', 1, 10, NULL, NULL, '2026-11-17 08:01:34.137496+00');
INSERT INTO public.exact_debtor_binding VALUES ('NL', 1000001, 'ruedelaloisrl|1040|BE', '19f8efa6-b88f-57e2-9a6c-2f188a12614b', 'bound', '2026-11-17 08:01:34.223249+00', 1, 10, NULL, NULL, '2026-11-17 08:01:34.237322+00');
INSERT INTO public.exact_debtor_binding VALUES ('NL', 1000001, 'janpeeters|9000|BE', '44566b70-7e05-5cb5-a795-eeb3d3f9bed7', 'bound', '2026-11-17 08:01:34.271837+00', 1, 10, NULL, NULL, '2026-11-17 08:01:34.290727+00');
INSERT INTO public.exact_debtor_binding VALUES ('NL', 1000001, 'zonderpostcodecateringbv||NL', 'ecabfa29-2dd1-56da-8ce9-737ff1ca130f', 'bound', '2026-11-17 08:01:34.329176+00', 1, 10, NULL, NULL, '2026-11-17 08:01:34.3525+00');
INSERT INTO public.exact_debtor_binding VALUES ('NL', 1000001, 'evaroosje||NL', '69c4e096-5baa-54ef-bb93-e244ea7cbcd3', 'bound', '2026-11-17 08:01:34.406195+00', 1, 10, NULL, NULL, '2026-11-17 08:01:34.416665+00');
INSERT INTO public.exact_debtor_binding VALUES ('NL', 1000001, 'zonderallesbv||NL', 'ff5bf84a-25c5-5155-a2a2-06f11c4c30d5', 'bound', '2026-11-17 08:01:34.442453+00', 1, 10, NULL, NULL, '2026-11-17 08:01:34.455139+00');
INSERT INTO public.exact_debtor_binding VALUES ('NL', 1000001, 'jokaal||', '7ca13d97-56d8-5ff7-a7e1-b3eac9821c25', 'bound', '2026-11-17 08:01:34.482064+00', 1, 10, NULL, NULL, '2026-11-17 08:01:34.501853+00');
INSERT INTO public.exact_debtor_binding VALUES ('NL', 1000001, 'pietjanssens|9000|BE', '6bb5b4d9-3ea4-5c69-a7b9-808be0531e79', 'bound', '2026-11-17 08:01:34.53947+00', 1, 10, NULL, NULL, '2026-11-17 08:01:34.555844+00');
INSERT INTO public.exact_debtor_binding VALUES ('NL', 1000001, 'stichtingopenbaarprimaironderwijsregiozuidoos|4811AB|NL', 'af2c163a-c828-5e92-9daf-0f2049140c46', 'bound', '2026-11-17 08:01:34.595416+00', 1, 10, NULL, NULL, '2026-11-17 08:01:34.613296+00');
INSERT INTO public.exact_debtor_binding VALUES ('NL', 1000001, 'particulier|5611AZ|NL', 'a7723eb8-fc55-5323-a71b-39556016155c', 'bound', '2026-11-17 08:01:34.75328+00', 1, 10, NULL, NULL, '2026-11-17 08:01:34.788914+00');
INSERT INTO public.exact_debtor_binding VALUES ('NL', 1000001, 'wanbetalerhorecabv|4811AC|NL', '1e849b82-ec4d-5a6e-9844-40b729d933c8', 'bound', '2026-11-17 08:01:34.863055+00', 1, 10, NULL, NULL, '2026-11-17 08:01:34.889261+00');
INSERT INTO public.exact_debtor_binding VALUES ('NL', 1000001, 'dubbelfeestbv|6211AA|NL', '1e2feb89-414c-443c-9027-c4d1c386bbc4', 'bound', NULL, 0, 0, NULL, 'Anke de Beheerder', '2026-11-17 08:01:35.618375+00');
INSERT INTO public.exact_debtor_binding VALUES ('NL', 1000002, 'vasteklantbv|3511AB|NL', '9c6c4ea2-209a-4648-9e14-cbcae57434be', 'bound', NULL, 0, 9, NULL, NULL, '2026-11-21 08:03:10.082668+00');
INSERT INTO public.exact_debtor_binding VALUES ('NL', 1000003, 'vasteklantbv|3511AB|NL', '98994f2c-65b0-4c32-9cdf-0f5aa6bc7ad1', 'bound', NULL, 0, 9, NULL, NULL, '2026-11-22 08:04:42.140795+00');
INSERT INTO public.exact_debtor_binding VALUES ('NL', 1000001, 'nooitantwoordbv|7511AC|NL', '1b14f791-92db-57db-aca7-c76595501ba2', 'creating', '2026-11-25 08:11:56.439048+00', 5, 23, NULL, NULL, NULL);
INSERT INTO public.exact_debtor_binding VALUES ('NL', 1000001, 'halfgemaaktbv|7511AA|NL', '586a3e19-c153-514f-9dfc-4633e2e084db', 'creating', '2026-11-25 08:17:40.10683+00', 1, 29, NULL, NULL, NULL);
INSERT INTO public.exact_debtor_binding VALUES ('NL', 1000001, 'nietgemaaktbv|7511AB|NL', 'b6dee9ba-d583-53cc-aee8-42adba9f6d88', 'creating', '2026-11-25 08:17:40.170662+00', 1, 29, NULL, NULL, NULL);
INSERT INTO public.exact_debtor_binding VALUES ('NL', 1000002, 'halfgemaaktbv|7511AA|NL', '7601fba1-20c5-54e0-a144-1ba92f9539bf', 'bound', '2026-11-25 08:19:43.731245+00', 1, 18, NULL, NULL, '2026-11-25 08:19:43.782622+00');
INSERT INTO public.exact_debtor_binding VALUES ('BE', 2000001, 'domainedulacsrl|1000|BE', 'fa436acd-ec0a-5b2d-8b39-86ac414c8764', 'bound', '2026-11-25 08:20:48.656271+00', 1, 10, NULL, NULL, '2026-11-25 08:20:48.690435+00');
INSERT INTO public.exact_invoice_export VALUES (1, 'zaal', '1', 'A001', false, NULL, '2026-11-16', '2026-11-16 08:00:02.544267+00', 'Vaste Klant B.V.', 'EUR', 12100, '2026-11-16 08:00:02.551627+00', 'synced', NULL, '[]', NULL, 0, 'NL', 1000001, 'Landgoed De Hooge Vuursteen B.V.', '70', '982e5333-aa2f-40eb-a2c8-5fbdd84455d2', '9d63bcf9-e58b-52d1-81c3-97aacff52861', 0, 'dfe7c667f317778f2e4846b9d0f713718946b88703bdac9b8e8a0267f4c796ea', '8632d286b072e7bf75c0874a72b6bbaac564fb43ba02399d2ab2a222e4321dc0', 10000, 2100, 12100, 10, 1, 1, '2026-11-17 08:01:33.055217+00', '2026-11-17 08:01:33.055217+00', '9d63bcf9-e58b-52d1-81c3-97aacff52861', 26700001, '2026-11-17 08:01:33.084619+00', false, '2026-11-17 08:01:35.146465+00', '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (2, 'zaal', '2', 'A002', false, NULL, '2026-11-16', '2026-11-16 08:00:02.54432+00', 'Prospect Events B.V.', 'EUR', 12100, '2026-11-16 08:00:02.557772+00', 'synced', NULL, '[]', NULL, 0, 'NL', 1000001, 'Landgoed De Hooge Vuursteen B.V.', '70', 'a1d81045-0786-4b6f-8d5b-a2828a8f184c', 'dfc3758b-e9a8-56c1-ba94-712344f35381', 0, '86ca09bcdd857530d0d010fcad0fcdba8ac93f342034416ab9e8cbf29e3ac92b', 'da29f5d7b71952778b405891d53e8fda05ca7d48fb87042d0686c0511d96fd2c', 10000, 2100, 12100, 10, 1, 1, '2026-11-17 08:01:33.129598+00', '2026-11-17 08:01:33.129598+00', 'dfc3758b-e9a8-56c1-ba94-712344f35381', 26700002, '2026-11-17 08:01:33.158913+00', false, '2026-11-17 08:01:35.153608+00', '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (3, 'zaal', '3', 'A003', false, NULL, '2026-11-16', '2026-11-16 08:00:02.54433+00', '20 Coöperatieve Vere', 'EUR', 12100, '2026-11-16 08:00:02.563614+00', 'synced', NULL, '[]', NULL, 0, 'NL', 1000001, 'Landgoed De Hooge Vuursteen B.V.', '70', '1a73a48f-ce35-548d-8312-137bf3d5b4c4', 'f03e5bbd-1362-598a-933e-a181327cb6ab', 0, '39f8228f991061c01ac39e46b996af3772e1800c586596e6bd10177ed742978a', '294c70c0df816640b1d54627cc6ba0e8abc91dcbe365a2018fdf141a221581de', 10000, 2100, 12100, 10, 1, 1, '2026-11-17 08:01:33.21622+00', '2026-11-17 08:01:33.21622+00', 'f03e5bbd-1362-598a-933e-a181327cb6ab', 26700003, '2026-11-17 08:01:33.237756+00', false, '2026-11-17 08:01:35.155217+00', '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (4, 'zaal', '4', 'A004', false, NULL, '2026-11-16', '2026-11-16 08:00:02.544338+00', '30 Coöperatieve Vereniging van', 'EUR', 12100, '2026-11-16 08:00:02.56535+00', 'synced', NULL, '[]', NULL, 0, 'NL', 1000001, 'Landgoed De Hooge Vuursteen B.V.', '70', 'c164973c-9bed-5dbf-b4e9-dcf9de3b08e1', '345eb590-1d20-526c-b196-8af472c07be1', 0, '03d7a4e3e0e0ac8a8aded4505b4a0ec321acdb235d5c0b81717f2bb250f91024', 'c3b7a21f1ec70b9ec73cdc4e0e5c17b1bc52cc1f6c72ceb4ceffb530788b962d', 10000, 2100, 12100, 10, 1, 1, '2026-11-17 08:01:33.263164+00', '2026-11-17 08:01:33.263164+00', '345eb590-1d20-526c-b196-8af472c07be1', 26700004, '2026-11-17 08:01:33.275747+00', false, '2026-11-17 08:01:35.165184+00', '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (5, 'zaal', '5', 'A005', false, NULL, '2026-11-16', '2026-11-16 08:00:02.544346+00', '40 Coöperatieve Vereniging van Gezamenli', 'EUR', 12100, '2026-11-16 08:00:02.566853+00', 'synced', NULL, '[]', NULL, 0, 'NL', 1000001, 'Landgoed De Hooge Vuursteen B.V.', '70', '27e2774a-bb8b-57d4-a8ce-83f86889a93d', 'f9342f5e-6ffa-5a49-a77a-dd2c6f9dd121', 0, '9a5604d9f45c64b42955e0f8aa1b8164c6856c075802ef5d1c65c939609679d4', 'e409ddd0da19bd8bef1d46cd15c210672e399095deda0da6913f3544fced4cb6', 10000, 2100, 12100, 10, 1, 1, '2026-11-17 08:01:33.30653+00', '2026-11-17 08:01:33.30653+00', 'f9342f5e-6ffa-5a49-a77a-dd2c6f9dd121', 26700005, '2026-11-17 08:01:33.324686+00', false, '2026-11-17 08:01:35.166719+00', '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (6, 'zaal', '6', 'A006', false, NULL, '2026-11-16', '2026-11-16 08:00:02.544354+00', '49 Coöperatieve Vereniging van Gezamenlijke Evene', 'EUR', 12100, '2026-11-16 08:00:02.574625+00', 'synced', NULL, '[]', NULL, 0, 'NL', 1000001, 'Landgoed De Hooge Vuursteen B.V.', '70', '1fca9b69-45a0-577c-a431-c182f8652382', 'd1f2b7e1-c781-5632-a488-92c2a4afc5c3', 0, '4f0a8fd4ed5b1e8f34b53d1bdc2d1851ce84d39f36e0ccdaf4cedf88e812c5b3', '447c4826e33b78b9afc836877118d89a89bff7a023be4e9b9bf207b70d5e4ead', 10000, 2100, 12100, 10, 1, 1, '2026-11-17 08:01:33.364956+00', '2026-11-17 08:01:33.364956+00', 'd1f2b7e1-c781-5632-a488-92c2a4afc5c3', 26700006, '2026-11-17 08:01:33.383924+00', false, '2026-11-17 08:01:35.172663+00', '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (7, 'zaal', '7', 'A007', false, NULL, '2026-11-16', '2026-11-16 08:00:02.544362+00', '50 Coöperatieve Vereniging van Gezamenlijke Evenem', 'EUR', 12100, '2026-11-16 08:00:02.57773+00', 'synced', NULL, '[]', NULL, 0, 'NL', 1000001, 'Landgoed De Hooge Vuursteen B.V.', '70', 'ae30296c-64cc-5ef2-b022-94da11b11389', 'ba105736-5735-5f2a-bdb6-193a127c3e98', 0, 'dce91f31741ef087beb3e6564a29444ed2db4f2ab2b28c2c51e84702b502cc72', '8e06e5d3bdc9a7918d7aa2a1ef940e3b7e878718d5cd34b786e718837c7e86f3', 10000, 2100, 12100, 10, 1, 1, '2026-11-17 08:01:33.430368+00', '2026-11-17 08:01:33.430368+00', 'ba105736-5735-5f2a-bdb6-193a127c3e98', 26700007, '2026-11-17 08:01:33.457143+00', false, '2026-11-17 08:01:35.174318+00', '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (8, 'zaal', '8', 'A008', false, NULL, '2026-11-16', '2026-11-16 08:00:02.54437+00', 'Jansen & Zonen Feesten B.V.', 'EUR', 12100, '2026-11-16 08:00:02.579276+00', 'synced', NULL, '[]', NULL, 0, 'NL', 1000001, 'Landgoed De Hooge Vuursteen B.V.', '70', '6402b17b-3652-5c3b-bf70-e371ed0bd1af', 'b5b4ea98-90d9-5a83-ac34-77c217a542e1', 0, '92d6205c9a5ac8c9943f139f06b2ceb3578c57c4f6ac7a7ea4e440dec3e03d58', '22384d0bebf84a627df37bd75adad810b23c701f43cbcb24b6320d638c59aeea', 10000, 2100, 12100, 10, 1, 1, '2026-11-17 08:01:33.506456+00', '2026-11-17 08:01:33.506456+00', 'b5b4ea98-90d9-5a83-ac34-77c217a542e1', 26700008, '2026-11-17 08:01:33.528916+00', false, '2026-11-17 08:01:35.183447+00', '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (9, 'zaal', '9', 'A009', false, NULL, '2026-11-16', '2026-11-16 08:00:02.54438+00', 'Café ''t Ĳ / ''De Ŝtĕr'' (Brouwerij)', 'EUR', 12100, '2026-11-16 08:00:02.585292+00', 'synced', NULL, '[]', NULL, 0, 'NL', 1000001, 'Landgoed De Hooge Vuursteen B.V.', '70', '55432b99-c582-5d3a-bacf-339cf19cba58', '5ec8b5ba-031c-52fb-ab79-31d7ba033f58', 0, '94880e6c5d974e0d27411802623094eb7fa751e495e10fc3dd3e60f7de5fc2eb', '8444c89883d1ef364e880d78aff2bb6909ba23644da7ea1e6f5b73601290c008', 10000, 2100, 12100, 10, 1, 1, '2026-11-17 08:01:33.571906+00', '2026-11-17 08:01:33.571906+00', '5ec8b5ba-031c-52fb-ab79-31d7ba033f58', 26700009, '2026-11-17 08:01:33.598606+00', false, '2026-11-17 08:01:35.185106+00', '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (10, 'zaal', '10', 'A010', false, NULL, '2026-11-16', '2026-11-16 08:00:02.544388+00', '51 Coöperatieve Vereniging van Gezamenlijke Eveneme', 'EUR', 12100, '2026-11-16 08:00:02.586758+00', 'synced', NULL, '[]', NULL, 0, 'NL', 1000001, 'Landgoed De Hooge Vuursteen B.V.', '70', '83d912d0-d38a-5184-95c7-48273860d074', '8dbf2698-487a-5fba-8213-394966d71cea', 0, '9be1f6a049e97db7485298cc0b8d3d47b56900eabfa2a3cc94221fc0153973cb', '4b0c73635db37595ac8ad38c17cacaef97b7b214dd26527d7cde5bfb1b53b93e', 10000, 2100, 12100, 10, 1, 1, '2026-11-17 08:01:33.644035+00', '2026-11-17 08:01:33.644035+00', '8dbf2698-487a-5fba-8213-394966d71cea', 26700010, '2026-11-17 08:01:33.662827+00', false, '2026-11-17 08:01:35.186614+00', '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (11, 'zaal', '11', 'A011', false, NULL, '2026-11-16', '2026-11-16 08:00:02.544396+00', '60 Coöperatieve Vereniging van Gezamenlijke Evenementenlocat', 'EUR', 12100, '2026-11-16 08:00:02.593273+00', 'synced', NULL, '[]', NULL, 0, 'NL', 1000001, 'Landgoed De Hooge Vuursteen B.V.', '70', '151df1cb-dcb6-5fc5-b79e-d68aea9f0bc3', 'b7bdf7f2-1c4a-51fa-9f46-cd7a7e10540c', 0, '5dd2560f3f6ce3b8ba91c444ff653a92e5e7472f803b91603e1395a9c8929b2e', '07575b8701f8f574356b3bc990a12faa230fa8450c594baf492eb9362b00704f', 10000, 2100, 12100, 10, 1, 1, '2026-11-17 08:01:33.698317+00', '2026-11-17 08:01:33.698317+00', 'b7bdf7f2-1c4a-51fa-9f46-cd7a7e10540c', 26700011, '2026-11-17 08:01:33.714306+00', false, '2026-11-17 08:01:35.192623+00', '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (12, 'zaal', '12', 'A012', false, NULL, '2026-11-16', '2026-11-16 08:00:02.544404+00', '70 Coöperatieve Vereniging van Gezamenlijke Evenementenlocaties, Congr', 'EUR', 12100, '2026-11-16 08:00:02.594741+00', 'synced', NULL, '[]', NULL, 0, 'NL', 1000001, 'Landgoed De Hooge Vuursteen B.V.', '70', 'ea561043-bc30-5f9d-b459-6ec539bb175b', '44585f07-3907-5060-9faa-5e21f0a20d78', 0, 'b0f5c5af770d9c27ce03997e9ffad272a3522276bbf05a49f8d691f23c527874', '8d77169bc812684f888252f6a655f3c5e8f2a4465423f230b621b99d33764615', 10000, 2100, 12100, 10, 1, 1, '2026-11-17 08:01:33.753938+00', '2026-11-17 08:01:33.753938+00', '44585f07-3907-5060-9faa-5e21f0a20d78', 26700012, '2026-11-17 08:01:33.772577+00', false, '2026-11-17 08:01:35.203877+00', '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (13, 'zaal', '13', 'A013', false, NULL, '2026-11-16', '2026-11-16 08:00:02.544411+00', '80 Coöperatieve Vereniging van Gezamenlijke Evenementenlocaties, Congrescentra &', 'EUR', 12100, '2026-11-16 08:00:02.6+00', 'synced', NULL, '[]', NULL, 0, 'NL', 1000001, 'Landgoed De Hooge Vuursteen B.V.', '70', 'a8cebb0e-97a7-56b0-80a8-458aaf52ef8b', 'da23697b-479f-5f6d-9b51-b9a20fb095c6', 0, 'eeb049d002c76c26979c0641d85f99149f5f0a490dbf90a3e7f63f86451adf5f', '17d9989b70325a97096bf5538d2fc50e8ea5ece4ba1164262fe429b8b4230b0a', 10000, 2100, 12100, 10, 1, 1, '2026-11-17 08:01:33.810936+00', '2026-11-17 08:01:33.810936+00', 'da23697b-479f-5f6d-9b51-b9a20fb095c6', 26700013, '2026-11-17 08:01:33.832969+00', false, '2026-11-17 08:01:35.20573+00', '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (14, 'zaal', '14', 'A014', false, NULL, '2026-11-16', '2026-11-16 08:00:02.544419+00', '100 Coöperatieve Vereniging van Gezamenlijke Evenementenlocaties, Congrescentra & Theaters in de Noo', 'EUR', 12100, '2026-11-16 08:00:02.603798+00', 'synced', NULL, '[]', NULL, 0, 'NL', 1000001, 'Landgoed De Hooge Vuursteen B.V.', '70', '7482116b-c8cd-5c1d-a810-0bad3382f630', '8cf1a925-57ad-59c3-8138-00944ea49104', 0, 'a217d463b6db3dafab5f2e9746b1c197baebd42578d3c393c94ac53c05fe1d38', '5c4b404593dcee563f52bf2aac9cadba0eb77e507818c98a3950fb184ab79f1c', 10000, 2100, 12100, 10, 1, 1, '2026-11-17 08:01:33.869458+00', '2026-11-17 08:01:33.869458+00', '8cf1a925-57ad-59c3-8138-00944ea49104', 26700014, '2026-11-17 08:01:33.885396+00', false, '2026-11-17 08:01:35.207247+00', '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (15, 'zaal', '15', 'A015', false, NULL, '2026-11-16', '2026-11-16 08:00:02.544426+00', '119 Coöperatieve Vereniging van Gezamenlijke Evenementenlocaties, Congrescentra & Theaters in de Noordelijke Provincies', 'EUR', 12100, '2026-11-16 08:00:02.605286+00', 'synced', NULL, '[]', NULL, 0, 'NL', 1000001, 'Landgoed De Hooge Vuursteen B.V.', '70', 'f496a442-15a0-575f-8bb8-164870dea9c8', 'b84b386a-b7c6-5c18-80a5-80eb4183ad62', 0, 'c70185d3e49671792a8808dd5be45b34c8ff969e3c1b37f2369e8edfdf9e79a9', '31407e58293d933ba7cd7ca5a4af9b73bf76598940bedcefe72d76ccc3f7c1f6', 10000, 2100, 12100, 10, 1, 1, '2026-11-17 08:01:33.919491+00', '2026-11-17 08:01:33.919491+00', 'b84b386a-b7c6-5c18-80a5-80eb4183ad62', 26700015, '2026-11-17 08:01:33.932718+00', false, '2026-11-17 08:01:35.213161+00', '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (16, 'zaal', '16', 'A016', false, NULL, '2026-11-16', '2026-11-16 08:00:02.544434+00', '120 Coöperatieve Vereniging van Gezamenlijke Evenementenlocaties, Congrescentra & Theaters in de Noordelijke Provinciesx', 'EUR', 12100, '2026-11-16 08:00:02.606669+00', 'synced', NULL, '[]', NULL, 0, 'NL', 1000001, 'Landgoed De Hooge Vuursteen B.V.', '70', 'c01b65d6-a37f-5e75-8450-4c8d2112571d', '376e967c-1d56-541e-9192-ee3f0afc05a2', 0, '6b58c91ac62b960ae1add7bb96d9a0611e27947f6308393218013e4522ec0cbb', '5fb196031d9d1eab8045685e3fefe8b5cb16b1d9ac3cb734761b9b9fd624dad9', 10000, 2100, 12100, 10, 1, 1, '2026-11-17 08:01:33.963112+00', '2026-11-17 08:01:33.963112+00', '376e967c-1d56-541e-9192-ee3f0afc05a2', 26700016, '2026-11-17 08:01:33.982069+00', false, '2026-11-17 08:01:35.214688+00', '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (17, 'zaal', '17', 'A017', false, NULL, '2026-11-16', '2026-11-16 08:00:02.544442+00', 'Rheinblick Veranstaltungen GmbH', 'EUR', 12100, '2026-11-16 08:00:02.612955+00', 'synced', NULL, '[]', NULL, 0, 'NL', 1000001, 'Landgoed De Hooge Vuursteen B.V.', '70', '05a24cd9-b9b9-52b3-a456-fd90e491ae1b', '086d8f4a-17ee-5fd6-90f5-6aca623beb3a', 0, 'a8414ff678027f2c55a5fffb9e0c52c248d9303089cd4c74e9904b7fc3a5133c', 'e74d01e02d9a0ac835417ee0b9db2a01ec7841cf300903431fdf56d34faa7e81', 10000, 2100, 12100, 10, 1, 1, '2026-11-17 08:01:34.014778+00', '2026-11-17 08:01:34.014778+00', '086d8f4a-17ee-5fd6-90f5-6aca623beb3a', 26700017, '2026-11-17 08:01:34.034558+00', false, '2026-11-17 08:01:35.22045+00', '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (18, 'zaal', '18', 'A018', false, NULL, '2026-11-16', '2026-11-16 08:00:02.544449+00', 'Brasserie De Haan', 'EUR', 12100, '2026-11-16 08:00:02.61445+00', 'synced', NULL, '[]', NULL, 0, 'NL', 1000001, 'Landgoed De Hooge Vuursteen B.V.', '70', '3538f3c2-d2e0-51d3-818e-86ce22637d3e', 'a0f4a494-8b01-5921-90f5-2739fe3ef287', 0, 'eeeac68dd5ff50a7c8fd4892c065d1d664bfc41b530759a85ef065afc4db6526', '3e1a3508f3111f38d1a35687a1af08c05ebdab0321d3ca43a2139f5b07300d78', 10000, 2100, 12100, 10, 1, 1, '2026-11-17 08:01:34.076286+00', '2026-11-17 08:01:34.076286+00', 'a0f4a494-8b01-5921-90f5-2739fe3ef287', 26700018, '2026-11-17 08:01:34.094928+00', false, '2026-11-17 08:01:35.221947+00', '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (19, 'zaal', '19', 'A019', false, NULL, '2026-11-16', '2026-11-16 08:00:02.544456+00', 'Lisboa Congressos Lda', 'EUR', 12100, '2026-11-16 08:00:02.620396+00', 'synced', NULL, '[]', NULL, 0, 'NL', 1000001, 'Landgoed De Hooge Vuursteen B.V.', '70', '6bcc20f8-c28f-5d02-99a6-8e45731abff7', '82eb6eeb-cd67-5997-9d5e-38d931448fc8', 0, '1a3f63f67c5f723e11468b9af87e9ddda0e422ceaa38e44784ef62dcd2d406ac', '6246665cd9cc4b85d53a95e058d65babe3a6b7bd732acfe01063b6de1cb07fdf', 10000, 2100, 12100, 10, 1, 1, '2026-11-17 08:01:34.138342+00', '2026-11-17 08:01:34.138342+00', '82eb6eeb-cd67-5997-9d5e-38d931448fc8', 26700019, '2026-11-17 08:01:34.15842+00', false, '2026-11-17 08:01:35.227813+00', '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (20, 'zaal', '20', 'A020', false, NULL, '2026-11-16', '2026-11-16 08:00:02.544464+00', 'Canal Events Ltd', 'EUR', 12100, '2026-11-16 08:00:02.621925+00', 'blocked', '2026-11-25 20:09:43.273897+00', '[{"code": "refused", "params": {"kind": "invalid_reference", "messages": "Ongeldige referentie: Land", "status": "500", "reference": "country"}}]', NULL, 6, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, 10, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (21, 'zaal', '21', 'A021', false, NULL, '2026-11-16', '2026-11-16 08:00:02.544472+00', 'Athina Synedria AE', 'EUR', 12100, '2026-11-16 08:00:02.63181+00', 'blocked', '2026-11-25 20:09:43.325882+00', '[{"code": "refused", "params": {"kind": "invalid_reference", "messages": "Ongeldige referentie: Land", "status": "500", "reference": "country"}}]', NULL, 6, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, 10, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (22, 'zaal', '22', 'A022', false, NULL, '2026-11-16', '2026-11-16 08:00:02.54448+00', 'Rue de la Loi SPRL', 'EUR', 12100, '2026-11-16 08:00:02.633619+00', 'synced', NULL, '[]', NULL, 0, 'NL', 1000001, 'Landgoed De Hooge Vuursteen B.V.', '70', '19f8efa6-b88f-57e2-9a6c-2f188a12614b', '2bf45a37-1fc6-51e9-8d04-feece8c2b4bc', 0, '459c1633372701ab06d5ed4a04b721e3a019183a975034ab3d947df8b84ef50e', '6eceda19e69840a41c8f04921537f3e7979f719321bde64998506390757806b8', 10000, 2100, 12100, 10, 1, 1, '2026-11-17 08:01:34.238073+00', '2026-11-17 08:01:34.238073+00', '2bf45a37-1fc6-51e9-8d04-feece8c2b4bc', 26700020, '2026-11-17 08:01:34.253541+00', false, '2026-11-17 08:01:35.229618+00', '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (23, 'zaal', '23', 'A023', false, NULL, '2026-11-16', '2026-11-16 08:00:02.544487+00', 'Peeters', 'EUR', 12100, '2026-11-16 08:00:02.635071+00', 'synced', NULL, '[]', NULL, 0, 'NL', 1000001, 'Landgoed De Hooge Vuursteen B.V.', '70', '44566b70-7e05-5cb5-a795-eeb3d3f9bed7', '2d62ef6e-b892-5823-bc7a-1a9906148d69', 0, '5bfaac1c7993d81e6f60fd2ffc8b7bf113025e7dfee8c9998dee528161584252', '32418c1de4831717f9aa8aab23103519774c72977595f13dec51a19dcfd7682c', 10000, 2100, 12100, 10, 1, 1, '2026-11-17 08:01:34.295714+00', '2026-11-17 08:01:34.295714+00', '2d62ef6e-b892-5823-bc7a-1a9906148d69', 26700021, '2026-11-17 08:01:34.311528+00', false, '2026-11-17 08:01:35.231143+00', '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (24, 'zaal', '24', 'A024', false, NULL, '2026-11-16', '2026-11-16 08:00:02.544495+00', 'Zonder Postcode Catering B.V.', 'EUR', 12100, '2026-11-16 08:00:02.638081+00', 'synced', NULL, '[]', NULL, 0, 'NL', 1000001, 'Landgoed De Hooge Vuursteen B.V.', '70', 'ecabfa29-2dd1-56da-8ce9-737ff1ca130f', 'a73a06cc-d449-53d6-b58f-a960b0f19664', 0, 'e674c94c5c99300d07f39d1672a11e6793772689376caeb56aad5107d66b5085', 'e66cd3032df055657a8304aee0ed0b107cefbeff6ba9c5b84faa7ce8e4ea51fa', 10000, 2100, 12100, 10, 1, 1, '2026-11-17 08:01:34.367616+00', '2026-11-17 08:01:34.367616+00', 'a73a06cc-d449-53d6-b58f-a960b0f19664', 26700022, '2026-11-17 08:01:34.386756+00', false, '2026-11-17 08:01:35.236966+00', '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (25, 'zaal', '25', 'A025', false, NULL, '2026-11-16', '2026-11-16 08:00:02.544502+00', 'Roosje', 'EUR', 12100, '2026-11-16 08:00:02.643797+00', 'synced', NULL, '[]', NULL, 0, 'NL', 1000001, 'Landgoed De Hooge Vuursteen B.V.', '70', '69c4e096-5baa-54ef-bb93-e244ea7cbcd3', '931eed42-c7df-5a9b-9a20-6e58ef9baf4f', 0, '25211b7b428343315a777046d1b20385064a253af72aff438a6a6e1411e0025c', 'b4f47970720116f3a3d3ec3b05744d9f14be201c506fb56cb9ef6ad105d642ce', 10000, 2100, 12100, 10, 1, 1, '2026-11-17 08:01:34.417518+00', '2026-11-17 08:01:34.417518+00', '931eed42-c7df-5a9b-9a20-6e58ef9baf4f', 26700023, '2026-11-17 08:01:34.429703+00', false, '2026-11-17 08:01:35.238702+00', '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (26, 'zaal', '26', 'A026', false, NULL, '2026-11-16', '2026-11-16 08:00:02.54451+00', 'Zonder Alles B.V.', 'EUR', 12100, '2026-11-16 08:00:02.645364+00', 'synced', NULL, '[]', NULL, 0, 'NL', 1000001, 'Landgoed De Hooge Vuursteen B.V.', '70', 'ff5bf84a-25c5-5155-a2a2-06f11c4c30d5', '3a89132c-064a-55c6-9384-8a4ca666adba', 0, '8587f70401096a851370b21cf6fa5db150d9ca01e8bf869a48faba0fcd336c6a', 'deffe4965d98db8fce6f695c350db50af1e87f0ef273a2502558559bae1666a8', 10000, 2100, 12100, 10, 1, 1, '2026-11-17 08:01:34.457689+00', '2026-11-17 08:01:34.457689+00', '3a89132c-064a-55c6-9384-8a4ca666adba', 26700024, '2026-11-17 08:01:34.470253+00', false, '2026-11-17 08:01:35.243145+00', '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (27, 'zaal', '27', 'A027', false, NULL, '2026-11-16', '2026-11-16 08:00:02.544518+00', 'Kaal', 'EUR', 12100, '2026-11-16 08:00:02.646802+00', 'synced', NULL, '[]', NULL, 0, 'NL', 1000001, 'Landgoed De Hooge Vuursteen B.V.', '70', '7ca13d97-56d8-5ff7-a7e1-b3eac9821c25', 'ee400129-eda2-5654-92e4-ce063bbeb422', 0, '751f4f1ac865fc376fa1ed0198aad530be63dcd30615e4a90bfee2af53a8fbb8', '1e9d125b2f41058c83809548d3cb34cd9071795d7405e4943653860b49d1002d', 10000, 2100, 12100, 10, 1, 1, '2026-11-17 08:01:34.50285+00', '2026-11-17 08:01:34.50285+00', 'ee400129-eda2-5654-92e4-ce063bbeb422', 26700025, '2026-11-17 08:01:34.522865+00', false, '2026-11-17 08:01:35.244899+00', '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (28, 'zaal', '28', 'A028', false, NULL, '2026-11-16', '2026-11-16 08:00:02.544526+00', 'Janssens', 'EUR', 12100, '2026-11-16 08:00:02.652711+00', 'synced', NULL, '[]', NULL, 0, 'NL', 1000001, 'Landgoed De Hooge Vuursteen B.V.', '70', '6bb5b4d9-3ea4-5c69-a7b9-808be0531e79', '78fb6a93-6cde-52cc-84d4-6eea911a3317', 0, '21af5da71354cbbe3ccaec9bc2eb1d73290e13080d58f2cb4e8b34f9a5926bdb', 'af052c6105f362eca773bbf5ff93ebfe47221f341dc646cc8aa9a1431b4d1403', 10000, 2100, 12100, 10, 1, 1, '2026-11-17 08:01:34.556671+00', '2026-11-17 08:01:34.556671+00', '78fb6a93-6cde-52cc-84d4-6eea911a3317', 26700026, '2026-11-17 08:01:34.576455+00', false, '2026-11-17 08:01:35.246315+00', '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (29, 'zaal', '29', 'A029', false, NULL, '2026-11-16', '2026-11-16 08:00:02.544534+00', 'Stichting Openbaar Primair Onderwijs Regio Zuidoost locatie De Ster', 'EUR', 12100, '2026-11-16 08:00:02.657064+00', 'synced', NULL, '[]', NULL, 0, 'NL', 1000001, 'Landgoed De Hooge Vuursteen B.V.', '70', 'af2c163a-c828-5e92-9daf-0f2049140c46', '0fb15d54-7ff5-558c-8c9f-f24b5056f134', 0, '9a56e701585bae756df91fdc92e300e73c35f2d259552cd3442ebefa9e4888f0', '7aa6b06b8ddc02e29129fa4554e7843b5bdc1cf09afcba146a8f618991695a11', 10000, 2100, 12100, 10, 1, 1, '2026-11-17 08:01:34.614103+00', '2026-11-17 08:01:34.614103+00', '0fb15d54-7ff5-558c-8c9f-f24b5056f134', 26700027, '2026-11-17 08:01:34.642731+00', false, '2026-11-17 08:01:35.25247+00', '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (101, 'zaal', '101', 'J019', false, NULL, '2026-11-16', '2026-11-25 08:17:40.490645+00', 'Lisboa Congressos Lda', 'EUR', 12100, '2026-11-25 08:17:40.591274+00', 'queued', NULL, '[]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (30, 'zaal', '30', 'A030', false, NULL, '2026-11-16', '2026-11-16 08:00:02.544541+00', 'Stichting Openbaar Primair Onderwijs Regio Zuidoost locatie De Maan', 'EUR', 12100, '2026-11-16 08:00:02.658546+00', 'synced', NULL, '[]', NULL, 0, 'NL', 1000001, 'Landgoed De Hooge Vuursteen B.V.', '70', 'af2c163a-c828-5e92-9daf-0f2049140c46', '0f80d47b-4cd3-5315-890b-dea7ebb1e563', 0, '7e7dac370807a769748c4e0ef77234fe11a528f42d291d47bee767b1c9ce2850', '0ba84d3723372c46e19839c72055502c2197e8a3e6c3ba8a3f33c11fde3e92ce', 10000, 2100, 12100, 10, 1, 1, '2026-11-17 08:01:34.658207+00', '2026-11-17 08:01:34.658207+00', '0f80d47b-4cd3-5315-890b-dea7ebb1e563', 26700028, '2026-11-17 08:01:34.682775+00', false, '2026-11-17 08:01:35.254063+00', '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (31, 'zaal', '31', 'A031', false, NULL, '2026-11-16', '2026-11-16 08:00:02.544548+00', 'Particulier', 'EUR', 12100, '2026-11-16 08:00:02.668098+00', 'synced', NULL, '[]', NULL, 0, 'NL', 1000001, 'Landgoed De Hooge Vuursteen B.V.', '70', 'a7723eb8-fc55-5323-a71b-39556016155c', '4deee90e-4ee2-536d-be2a-5a502e928887', 0, 'e7735bfba7c29fa0484442a0a5e4249eee1580f8b54c9dc348b993a73b196932', '7a15fb3ae71470def3e0c59d34c0352c818e2a272e66ca6f6d753b5cca133ebf', 10000, 2100, 12100, 10, 1, 1, '2026-11-17 08:01:34.789934+00', '2026-11-17 08:01:34.789934+00', '4deee90e-4ee2-536d-be2a-5a502e928887', 26700029, '2026-11-17 08:01:34.803209+00', false, '2026-11-17 08:01:35.259761+00', '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (32, 'zaal', '32', 'A032', false, NULL, '2026-11-16', '2026-11-16 08:00:02.544556+00', 'Particulier', 'EUR', 12100, '2026-11-16 08:00:02.669593+00', 'synced', NULL, '[]', NULL, 0, 'NL', 1000001, 'Landgoed De Hooge Vuursteen B.V.', '70', 'a7723eb8-fc55-5323-a71b-39556016155c', '6ecd5aa3-50ef-5b6c-996f-4eca95517ea2', 0, '5b84f62006f82beb62662815306b61f8aab964cecf798db954b5feb0ef94f17c', 'a1864048fe346ce52414160564bbcf47e92b4aaffc1d61e84e3f243e70ab45b0', 10000, 2100, 12100, 10, 1, 1, '2026-11-17 08:01:34.822485+00', '2026-11-17 08:01:34.822485+00', '6ecd5aa3-50ef-5b6c-996f-4eca95517ea2', 26700030, '2026-11-17 08:01:34.844725+00', false, '2026-11-17 08:01:35.261613+00', '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (33, 'zaal', '33', 'A033', false, NULL, '2026-11-16', '2026-11-16 08:00:02.544568+00', 'Wanbetaler Horeca B.V.', 'EUR', 12100, '2026-11-16 08:00:02.670976+00', 'synced', NULL, '[]', NULL, 0, 'NL', 1000001, 'Landgoed De Hooge Vuursteen B.V.', '70', '1e849b82-ec4d-5a6e-9844-40b729d933c8', 'f2aead65-2c97-50a8-a99b-b61d47cb89e9', 0, '15eac966576ae266a2313be5689e824acb845c6f853678843d64dee9dba69e8f', '5cfc9e3cdbd798c2bb3485f7b80d0cc81ad12204c3509455a00391ec61157f86', 10000, 2100, 12100, 10, 1, 1, '2026-11-17 08:01:34.892131+00', '2026-11-17 08:01:34.892131+00', 'f2aead65-2c97-50a8-a99b-b61d47cb89e9', 26700031, '2026-11-17 08:01:34.90891+00', false, '2026-11-17 08:01:35.263207+00', '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (34, 'zaal', '34', 'B001', false, NULL, '2026-11-16', '2026-11-16 08:00:32.696499+00', 'Dubbel Feest B.V.', 'EUR', 12100, '2026-11-16 08:00:32.697781+00', 'synced', NULL, '[]', NULL, 0, 'NL', 1000001, 'Landgoed De Hooge Vuursteen B.V.', '70', '1e2feb89-414c-443c-9027-c4d1c386bbc4', '00cc7cfa-caac-5d32-b4bf-ebb387f79c63', 0, '3e433440c3aa9e99d37b14bd759144d322a56043b02aaf6815d4736bbd550ca9', 'fd7846c11d52d5281f754352bb62cf4593785d048675cfdd8ae68d3b3a07acc1', 10000, 2100, 12100, 11, 2, 1, '2026-11-18 08:01:35.921983+00', '2026-11-18 08:01:35.921983+00', '00cc7cfa-caac-5d32-b4bf-ebb387f79c63', 26700034, '2026-11-18 08:01:35.938475+00', false, '2026-11-18 08:01:35.967624+00', '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (35, 'zaal', '35', 'B002', false, NULL, '2026-11-16', '2026-11-16 08:00:32.696531+00', 'Tweeling Catering B.V.', 'EUR', 12100, '2026-11-16 08:00:32.699931+00', 'blocked', NULL, '[{"code": "debtor_ambiguous", "params": {"key": "tweelingcateringbv|6211AB|NL", "codes": "9002, 9003"}}]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, 1, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (36, 'zaal', '36', 'A900', false, NULL, '2026-11-16', '2026-11-16 08:01:02.722168+00', 'Vaste Klant B.V.', 'EUR', 11860, '2026-11-16 08:01:02.726217+00', 'synced', NULL, '[]', NULL, 0, 'NL', 1000001, 'Landgoed De Hooge Vuursteen B.V.', '70', '982e5333-aa2f-40eb-a2c8-5fbdd84455d2', '736609ef-844b-59ea-b0a7-7bd787d3d9e1', 0, '13796e4803982d064d9137bb5e2c7c2ddd85177579ba29fd982cb166fa12bd46', '32b367f590c9bbb7a4a8c8f650b983a59c0254a562982c1bd2ac059140f0f6e6', 10000, 1860, 11860, 10, 1, 1, '2026-11-17 08:01:34.953221+00', '2026-11-17 08:01:34.953221+00', '736609ef-844b-59ea-b0a7-7bd787d3d9e1', 26700032, '2026-11-17 08:01:34.99819+00', false, '2026-11-17 08:01:35.269019+00', '[{"position": 1, "description": "Zaalhuur", "product": null, "rate_group": null, "ledger_number": null}, {"position": 2, "description": "Zaalhuur", "product": null, "rate_group": "Omzet 9-7777", "ledger_number": "7777"}]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (37, 'zaal', '37', 'A901', true, '1', '2026-11-16', '2026-11-16 08:01:02.722197+00', 'Vaste Klant B.V.', 'EUR', -12100, '2026-11-16 08:01:02.730634+00', 'synced', NULL, '[]', NULL, 0, 'NL', 1000001, 'Landgoed De Hooge Vuursteen B.V.', '70', '982e5333-aa2f-40eb-a2c8-5fbdd84455d2', 'a2a04b33-f306-52e3-8d9c-68acb58137ab', 0, '17ca9aa740a2ce34a989a32f001788331bce1c81f91033eb694d205532c48f54', '3cd93235678ee91079a25e411e801866a01b8acdc918827cfbbe1abb959d71fe', -10000, -2100, -12100, 10, 1, 1, '2026-11-17 08:01:35.086588+00', '2026-11-17 08:01:35.086588+00', 'a2a04b33-f306-52e3-8d9c-68acb58137ab', 26700033, '2026-11-17 08:01:35.117548+00', false, '2026-11-17 08:01:35.270518+00', '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (38, 'zaal', '38', 'C001', false, NULL, '2026-11-16', '2026-11-18 08:01:36.003925+00', 'Vaste Klant B.V.', 'EUR', 12100, '2026-11-18 08:01:36.005335+00', 'synced', NULL, '[]', NULL, 0, 'NL', 1000001, 'Landgoed De Hooge Vuursteen B.V.', '70', '982e5333-aa2f-40eb-a2c8-5fbdd84455d2', 'c31ef961-3461-5382-b599-e9f6530fab68', 0, '853f7dc14672dc3654d66eac7677c168f6a6958b93d6b73ed233b586ec36b9d9', 'e8c289a20ba579c24ae592fe82a9ac5adadb0182eca8f1f458cfe4213b984337', 10000, 2100, 12100, 12, 3, 1, '2026-11-19 08:02:06.342877+00', '2026-11-19 08:02:06.342877+00', 'c31ef961-3461-5382-b599-e9f6530fab68', 26700035, '2026-11-19 08:02:06.407087+00', true, '2026-11-19 08:02:06.418724+00', '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (39, 'zaal', '39', 'C002', false, NULL, '2026-11-16', '2026-11-19 08:02:06.601879+00', 'Vaste Klant B.V.', 'EUR', 12100, '2026-11-19 08:02:06.615727+00', 'synced', NULL, '[]', NULL, 0, 'NL', 1000001, 'Landgoed De Hooge Vuursteen B.V.', '70', '982e5333-aa2f-40eb-a2c8-5fbdd84455d2', NULL, 0, NULL, '45b6f6b3dc9bdeafafd54a5220c9fe30f4899a8d9fa7bbee32e1c5f3d8cbc6ba', NULL, NULL, NULL, 0, 4, 0, NULL, NULL, 'c21e844e-f25c-446a-9f46-85c3eebb1464', 26700036, '2026-11-20 08:02:37.304397+00', true, '2026-11-21 08:02:38.000276+00', '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (40, 'zaal', '40', 'C003', false, NULL, '2026-11-16', '2026-11-19 08:02:06.601907+00', 'Vaste Klant B.V.', 'EUR', 12100, '2026-11-19 08:02:06.618257+00', 'synced', NULL, '[]', NULL, 0, 'NL', 1000001, 'Landgoed De Hooge Vuursteen B.V.', '70', '982e5333-aa2f-40eb-a2c8-5fbdd84455d2', '84fe742e-165a-5b7a-a5b0-fbef1d436bd2', 1, '5b7399369aa528a0979767a92a8ad9b60b232ffbfc33ceb3e9df9a81ffb37479', 'dc10c73a5585510a81c8df9ccddc8546ea5fd2bdc1c37ff023de706bc1781a25', 10000, 2100, 12100, 14, 5, 1, '2026-11-21 08:02:37.925781+00', '2026-11-21 08:02:37.925781+00', '84fe742e-165a-5b7a-a5b0-fbef1d436bd2', 26700041, '2026-11-21 08:02:37.954849+00', false, '2026-11-21 08:02:38.002305+00', '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (41, 'zaal', '41', 'C004', false, NULL, '2026-11-16', '2026-11-19 08:02:06.601917+00', 'Vaste Klant B.V.', 'EUR', 12100, '2026-11-19 08:02:06.628253+00', 'ignored', NULL, '[{"code": "entry_conflict", "params": {"reason": "amount", "ours": "121.00", "found": "[{\"entry_id\": \"5d93d2e7-6d00-48f1-9022-1ee9855e4757\", \"entry_number\": \"26700038\", \"your_ref\": \"C004\", \"account_id\": \"982e5333-aa2f-40eb-a2c8-5fbdd84455d2\", \"gross\": \"117.37\", \"created\": \"2026-11-19 08:02:06.515000+00:00\", \"status\": \"20\", \"journal\": \"70\"}]"}}]', 'left_alone', 0, 'NL', 1000001, 'Landgoed De Hooge Vuursteen B.V.', NULL, NULL, NULL, 0, NULL, '3e30fdffa176cf82c85cf1df455c83aaf2c8148b06a4a723790eb8e774d77fb2', NULL, NULL, NULL, 0, 4, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (42, 'zaal', '42', 'C005', false, NULL, '2026-11-16', '2026-11-19 08:02:06.601926+00', 'Vaste Klant B.V.', 'EUR', 12100, '2026-11-19 08:02:06.629998+00', 'blocked', NULL, '[{"code": "entry_conflict", "params": {"reason": "amount", "ours": "121.00", "found": "[{\"entry_id\": \"d4d5875d-eb73-4f63-8f19-2d8888b49373\", \"entry_number\": \"26700039\", \"your_ref\": \"C005\", \"account_id\": \"982e5333-aa2f-40eb-a2c8-5fbdd84455d2\", \"gross\": \"116.16\", \"created\": \"2026-11-19 08:02:06.547000+00:00\", \"status\": \"20\", \"journal\": \"70\"}]"}}]', NULL, 0, 'NL', 1000001, 'Landgoed De Hooge Vuursteen B.V.', NULL, NULL, NULL, 0, NULL, '3bddcd9e4391304f2254b0e4c39713f8514ede5d168c3858861b9f1f15b75f58', NULL, NULL, NULL, 0, 4, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (43, 'zaal', '43', 'C006', false, NULL, '2026-11-16', '2026-11-19 08:02:06.601933+00', 'Vaste Klant B.V.', 'EUR', 12100, '2026-11-19 08:02:06.643921+00', 'synced', NULL, '[]', NULL, 0, 'NL', 1000001, 'Landgoed De Hooge Vuursteen B.V.', '70', '982e5333-aa2f-40eb-a2c8-5fbdd84455d2', NULL, 0, NULL, '8700926ed9cae5ecc76649a285773611e805b5176b935bb74fe4cd350cb8cd77', NULL, NULL, NULL, 0, 4, 0, NULL, NULL, '80071d2d-2d43-40e0-ae1e-8b298a51c1fc', 26700040, '2026-11-20 08:02:37.101024+00', true, '2026-11-20 08:02:37.238636+00', '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (44, 'oud', '44', 'O001', false, NULL, '2026-11-16', '2026-11-21 08:02:39.715628+00', 'Vaste Klant B.V.', 'EUR', 12100, '2026-11-21 08:02:39.71726+00', 'synced', NULL, '[]', NULL, 0, 'NL', 1000002, 'Stadsschouwburg ''t Veerhuis B.V.', '70', '9c6c4ea2-209a-4648-9e14-cbcae57434be', '4b94a04e-44f3-5a2b-b1ee-0bfe3243e443', 0, 'be0a2f9bfae980ef6dd18a1f045f18778f41ce0cf2388c25dada7aa43da4a937', '581d20440cc163e7ebcb4f5566fac030b90698a9af2394754c3035d10cfe736a', 10000, 2100, 12100, 9, 6, 1, '2026-11-21 08:03:10.092212+00', '2026-11-21 08:03:10.092212+00', '4b94a04e-44f3-5a2b-b1ee-0bfe3243e443', 26700001, '2026-11-21 08:03:10.117099+00', false, '2026-11-21 08:03:10.164221+00', '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (45, 'oud', '45', 'O002', false, NULL, '2026-11-16', '2026-11-21 08:02:39.71568+00', 'Vaste Klant B.V.', 'USD', 12100, '2026-11-21 08:02:39.719224+00', 'blocked', NULL, '[{"code": "currency", "params": {"currency": "USD", "expected": "EUR"}}]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, 6, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (46, 'oud', '46', 'O003', false, NULL, '2026-11-16', '2026-11-21 08:03:10.190085+00', 'Vaste Klant B.V.', 'EUR', 12100, '2026-11-21 08:03:10.191196+00', 'queued', NULL, '[]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (47, 'kas', '47', 'K001', false, NULL, '2026-11-16', '2026-11-21 08:03:41.415756+00', 'Vaste Klant B.V.', 'EUR', 12100, '2026-11-21 08:03:41.417192+00', 'ignored', NULL, '[]', 'before_start', 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (48, 'kas', '48', 'K002', false, NULL, '2026-11-16', '2026-11-21 08:04:11.857184+00', 'Vaste Klant B.V.', 'EUR', 12100, '2026-11-21 08:04:11.858299+00', 'synced', NULL, '[]', NULL, 0, 'NL', 1000003, 'Voorbeeldfacturen B.V.', '70', '98994f2c-65b0-4c32-9cdf-0f5aa6bc7ad1', '1d91ee6b-a7d6-5a1f-bb77-16e389834c2d', 0, '5f067d3c03c8a87c24b899b1f2f7efd6c4bc8624a3c64c33235ea2bb18d38474', '99c4337940dd3a62525312a6a45e1926afd65bb686eabca029a893f99018a936', 10000, 2100, 12100, 9, 7, 1, '2026-11-22 08:04:42.142351+00', '2026-11-22 08:04:42.142351+00', '1d91ee6b-a7d6-5a1f-bb77-16e389834c2d', 26700001, '2026-11-22 08:04:42.169725+00', false, '2026-11-22 08:04:42.185944+00', '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (49, 'kas', '49', 'K003', false, NULL, '2026-11-16', '2026-11-22 08:04:42.211246+00', 'Vaste Klant B.V.', 'EUR', 12100, '2026-11-22 08:04:42.220513+00', 'blocked', NULL, '[{"code": "journal_blocked", "params": {"journal": "70"}}]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, 8, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (50, 'kas', '50', 'K004', false, NULL, '2026-11-16', '2026-11-23 08:05:12.536278+00', 'Vaste Klant B.V.', 'EUR', 12100, '2026-11-23 08:05:12.537614+00', 'queued', NULL, '[]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (51, 'zaal', '51', 'D001', false, NULL, '2026-11-16', '2026-11-24 08:05:42.64136+00', 'Vaste Klant B.V.', 'USD', 12100, '2026-11-24 08:05:42.642703+00', 'blocked', NULL, '[{"code": "currency", "params": {"currency": "USD", "expected": "EUR"}}]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, 10, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (52, 'zaal', '52', 'D002', false, NULL, '2026-11-16', '2026-11-24 08:05:42.641391+00', 'Vaste Klant B.V.', 'EUR', 10600, '2026-11-24 08:05:42.649047+00', 'blocked', NULL, '[{"code": "vat_rate_unmapped", "params": {"rate": "6"}}]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, 10, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (53, 'zaal', '53', 'D004', false, NULL, '2026-11-16', '2026-11-24 08:06:12.665652+00', 'Vaste Klant B.V.', 'EUR', 12700, '2026-11-24 08:06:12.666914+00', 'blocked', NULL, '[{"code": "vat_difference", "params": {"rate": "21", "account": "8000", "code": "2", "net": "100.00", "vat": "27.00", "expected": "21.00"}}]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, 10, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (54, 'zaal', '54', 'D005-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', false, NULL, '2026-11-16', '2026-11-24 08:06:12.665681+00', 'Vaste Klant B.V.', 'EUR', 12100, '2026-11-24 08:06:12.67307+00', 'blocked', NULL, '[{"code": "identifier_too_long", "params": {"identifier": "D005-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "limit": "30"}}]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, 10, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (55, 'zaal', '55', 'D007', false, NULL, '2026-11-16', '2026-11-24 08:06:42.690725+00', NULL, 'EUR', 12100, '2026-11-24 08:06:42.696025+00', 'blocked', NULL, '[{"code": "debtor_nameless", "params": {}}]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, 10, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (56, 'zaal', '56', 'D009', false, NULL, '2026-11-16', '2026-11-24 08:06:42.690755+00', 'Wanbetaler Horeca B.V.', 'EUR', 12100, '2026-11-24 08:06:42.697772+00', 'blocked', NULL, '[{"code": "debtor_blocked", "params": {"name": "Wanbetaler Horeca B.V.", "code": "9030"}}]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, 10, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (57, 'zaal', '57', 'D010', false, NULL, '2024-12-31', '2026-11-24 08:06:42.690765+00', 'Vaste Klant B.V.', 'EUR', 12100, '2026-11-24 08:06:42.699225+00', 'blocked', NULL, '[{"code": "period_missing", "params": {"date": "2024-12-31"}}]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, 10, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (58, 'zaal', '58', 'D011', false, NULL, '2026-02-01', '2026-11-24 08:07:12.72155+00', 'Vaste Klant B.V.', 'EUR', 12100, '2026-11-24 08:07:12.725361+00', 'blocked', NULL, '[{"code": "period_closed", "params": {"year": "2026", "period": "2", "journal": "70"}}]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, 10, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (59, 'zaal', '59', 'D016', false, NULL, '2026-11-16', '2026-11-24 08:07:12.721579+00', 'Vaste Klant B.V.', 'EUR', 1210, '2026-11-24 08:07:12.727096+00', 'blocked', NULL, '[{"code": "gl_account_blocked", "params": {"account": "8020", "description": "Omzet vergaderarrangementen hoog"}}]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, 10, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (60, 'zaal', '60', 'D018', false, NULL, '2026-11-16', '2026-11-24 08:07:42.755494+00', 'Vaste Klant B.V.', 'EUR', 1210, '2026-11-24 08:07:42.756882+00', 'blocked', NULL, '[{"code": "cost_center_needed", "params": {"account": "8650", "description": "Omzet projecten"}}]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, 10, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (61, 'zaal', '61', 'E001', false, NULL, '2026-11-16', '2026-11-24 08:08:12.77812+00', 'Vaste Klant B.V.', 'EUR', 1210, '2026-11-24 08:08:12.779588+00', 'blocked', '2026-11-25 20:09:43.847234+00', '[{"code": "reference_suspect", "params": {"kind": "gl_account", "key": "8010"}}]', NULL, 1, 'NL', 1000001, 'Landgoed De Hooge Vuursteen B.V.', '70', '982e5333-aa2f-40eb-a2c8-5fbdd84455d2', 'efaf49b6-25e4-5708-85e5-917aaba6faa9', 0, '2d2d3b201ba06f0bb62bd147ae694a08aec08430c0767f192e93b92a0026bb34', '972f7198d45baada9d2203841801abd1aed0344121ebb91f6828ccda77d94673', 1000, 210, 1210, 17, 10, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (62, 'zaal', '62', 'E002', false, NULL, '2026-11-16', '2026-11-24 08:08:12.778161+00', 'Vaste Klant B.V.', 'EUR', 1210, '2026-11-24 08:08:12.781351+00', 'blocked', '2026-11-25 20:09:43.666717+00', '[{"code": "refused", "params": {"kind": "invalid", "messages": "Ongeldig: Grootboekrekeningtype", "status": "500", "reference": "gl_account"}}]', NULL, 1, 'NL', 1000001, 'Landgoed De Hooge Vuursteen B.V.', '70', '982e5333-aa2f-40eb-a2c8-5fbdd84455d2', '83aa63cb-286a-53a0-a340-0b4ec5ca7cff', 0, '927922840e0c8b87c9d6e1b40c56de7975c441a98997b082fdcc0552d27edbd1', 'f58df9662670701cc495a5473805843306e40a74ea542b185cebb0ea6dcf0974', 1000, 210, 1210, 17, 10, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (63, 'zaal', '63', 'E003', false, NULL, '2026-11-16', '2026-11-24 08:08:12.77817+00', 'Vaste Klant B.V.', 'EUR', 1210, '2026-11-24 08:08:12.789252+00', 'blocked', '2026-11-25 20:09:43.696678+00', '[{"code": "reference_suspect", "params": {"kind": "gl_account", "key": "8010"}}]', NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, 10, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (64, 'zaal', '64', 'D020', false, NULL, '2026-11-16', '2026-11-24 08:08:42.805373+00', 'Vaste Klant B.V.', 'EUR', 0, '2026-11-24 08:08:42.806524+00', 'ignored', NULL, '[]', 'nothing_to_book', 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, 10, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (65, 'zaal', '65', 'D021', false, NULL, '2026-11-16', '2026-11-24 08:08:42.805406+00', 'Vaste Klant B.V.', 'EUR', 12100, '2026-11-24 08:08:42.812575+00', 'blocked', '2026-11-25 20:09:43.745342+00', '[{"code": "bug", "params": {}}]', NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, 10, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (66, 'zaal', '66', 'D003', false, NULL, '2026-11-16', '2026-11-24 08:09:12.828747+00', 'Vaste Klant B.V.', 'EUR', 12200, '2026-11-24 08:09:12.829922+00', 'blocked', NULL, '[{"code": "totals_disagree", "params": {"amount": "gross", "found": "121.00", "stated": "122.00"}}, {"code": "totals_disagree", "params": {"amount": "sum", "found": "121.00", "stated": "122.00"}}]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, 10, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (67, 'zaal', '67', 'D017', false, NULL, '2026-11-16', '2026-11-24 08:09:12.82878+00', 'Vaste Klant B.V.', 'EUR', 121, '2026-11-24 08:09:12.836647+00', 'blocked', NULL, '[{"code": "no_lines", "params": {}}]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, 10, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (68, 'zaal', '68', 'D012', false, NULL, '2026-11-16', '2026-11-25 08:09:43.909697+00', 'Vaste Klant B.V.', 'EUR', 12100, '2026-11-25 08:09:43.911073+00', 'blocked', '2026-11-25 20:10:14.345389+00', '[{"code": "refused", "params": {"kind": "unknown", "messages": "Een factuur met dit nummer bestaat al", "status": "500"}}]', NULL, 1, 'NL', 1000001, 'Landgoed De Hooge Vuursteen B.V.', '70', '982e5333-aa2f-40eb-a2c8-5fbdd84455d2', 'fe931fd4-83a7-5015-891e-780ca9d18987', 0, '6d66188787fb19b09c459de90d887aa0a9be669ca4d12d6d9f72426b56d5b1e1', 'ada58d6a7f3e7b788215888cd3658f84d1bc4063e55353da004f41562a37022a', 10000, 2100, 12100, 18, 11, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (69, 'zaal', '69', 'F001', false, NULL, '2026-11-16', '2026-11-25 08:10:14.389292+00', 'Vaste Klant B.V.', 'EUR', 12100, '2026-11-25 08:10:14.39068+00', 'blocked', '2026-11-25 20:12:14.151123+00', '[{"code": "unanswered", "params": {"times": "5"}}]', NULL, 1, 'NL', 1000001, 'Landgoed De Hooge Vuursteen B.V.', '70', '982e5333-aa2f-40eb-a2c8-5fbdd84455d2', '573d6798-db79-55c4-9460-8f09a0b4e6e9', 0, 'e1b29016099db15c856931b053081b2ea4168e37076f019cf71b028949677121', '863a3651ced6cab981e7f6dcd30f00564d6fc368bf3a058d378efe0375272b5c', 10000, 2100, 12100, 23, 16, 5, '2026-11-25 08:10:44.786043+00', '2026-11-25 08:11:56.370805+00', NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (70, 'zaal', '70', 'F002', false, NULL, '2026-11-16', '2026-11-25 08:10:14.38933+00', 'Nooit Antwoord B.V.', 'EUR', 12100, '2026-11-25 08:10:14.394813+00', 'blocked', '2026-11-25 20:12:14.333765+00', '[{"code": "debtor_unanswered", "params": {"times": "5"}}]', NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, 17, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (102, 'zaal', '102', 'J020', false, NULL, '2026-11-16', '2026-11-25 08:17:40.490652+00', 'Canal Events Ltd', 'EUR', 12100, '2026-11-25 08:17:40.601542+00', 'queued', NULL, '[]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (103, 'zaal', '103', 'J021', false, NULL, '2026-11-16', '2026-11-25 08:17:40.490659+00', 'Athina Synedria AE', 'EUR', 12100, '2026-11-25 08:17:40.60791+00', 'queued', NULL, '[]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (104, 'zaal', '104', 'J022', false, NULL, '2026-11-16', '2026-11-25 08:17:40.490666+00', 'Rue de la Loi SPRL', 'EUR', 12100, '2026-11-25 08:17:40.609667+00', 'queued', NULL, '[]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (71, 'zaal', '71', 'G001', false, NULL, '2026-11-16', '2026-11-25 08:13:06.653781+00', 'Vaste Klant B.V.', 'EUR', 12100, '2026-11-25 08:13:06.655221+00', 'synced', NULL, '[]', NULL, 0, 'NL', 1000001, 'Landgoed De Hooge Vuursteen B.V.', '70', '982e5333-aa2f-40eb-a2c8-5fbdd84455d2', '6cc15179-d989-54c4-bf3f-df837049b912', 0, '6345eab1fe2e7e1b8cc9d58c52d07ecf922d0791faa77e45961beb7ed0be3d1b', 'b86abba340e05a67c5cff7f00810abd6e478bfc84f601d5b5aff7ec56291f93a', 10000, 2100, 12100, 27, 20, 1, '2026-11-25 08:14:07.512816+00', '2026-11-25 08:14:07.512816+00', '6cc15179-d989-54c4-bf3f-df837049b912', 26700042, '2026-11-25 08:14:07.54954+00', false, '2026-11-25 08:14:07.869604+00', '[]', NULL, '2026-11-25 08:14:07.944653+00');
INSERT INTO public.exact_invoice_export VALUES (72, 'zaal', '72', 'G002', false, NULL, '2026-11-16', '2026-11-25 08:13:06.653821+00', 'Vaste Klant B.V.', 'EUR', 12100, '2026-11-25 08:13:06.669171+00', 'synced', NULL, '[]', NULL, 0, 'NL', 1000001, 'Landgoed De Hooge Vuursteen B.V.', '70', '982e5333-aa2f-40eb-a2c8-5fbdd84455d2', 'f72bed87-aca3-50ff-ba44-bcdf225dc784', 0, '4cc255abd2219676477082662240634468e7b5c9b565f0694ee9dc7e60863227', 'd9eced82fe2a200373df187d5dd46d153c4fc8dda643a643dc19e293e44aa036', 10000, 2100, 12100, 27, 20, 1, '2026-11-25 08:14:07.582961+00', '2026-11-25 08:14:07.582961+00', 'f72bed87-aca3-50ff-ba44-bcdf225dc784', 26700043, '2026-11-25 08:14:07.63109+00', false, '2026-11-25 08:14:07.884385+00', '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (73, 'zaal', '73', 'G003', false, NULL, '2026-11-16', '2026-11-25 08:13:06.653831+00', 'Vaste Klant B.V.', 'EUR', 12100, '2026-11-25 08:13:06.671024+00', 'synced', NULL, '[]', NULL, 0, 'NL', 1000001, 'Landgoed De Hooge Vuursteen B.V.', '70', '982e5333-aa2f-40eb-a2c8-5fbdd84455d2', '04a2be81-363d-548d-b747-4a588fc6874a', 0, '9bc130ca9577b9907daaed111568129c4affb7f3a9995f9f9ce5f14b28e66507', 'c3efdcba45cd83c3b4f616fabc99da01a4b129aef03be0c53062ab3bf2bcadbf', 10000, 2100, 12100, 27, 20, 1, '2026-11-25 08:14:07.676476+00', '2026-11-25 08:14:07.676476+00', '04a2be81-363d-548d-b747-4a588fc6874a', 26700044, '2026-11-25 08:14:07.717504+00', false, '2026-11-25 08:14:07.886699+00', '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (74, 'zaal', '74', 'G004', false, NULL, '2026-11-16', '2026-11-25 08:13:06.65384+00', 'Nieuwe Naam B.V.', 'USD', 12100, '2026-11-25 08:13:06.678326+00', 'blocked', NULL, '[{"code": "currency", "params": {"currency": "USD", "expected": "EUR"}}]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, 20, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (75, 'zaal', '75', 'Z001', false, NULL, '2026-11-16', '2026-11-25 08:13:36.705771+00', 'Vaste Klant B.V.', 'EUR', 12100, '2026-11-25 08:13:36.71141+00', 'synced', NULL, '[]', NULL, 0, 'NL', 1000001, 'Landgoed De Hooge Vuursteen B.V.', '70', '982e5333-aa2f-40eb-a2c8-5fbdd84455d2', 'f8013e6d-907c-5d88-aea5-d5962233ac11', 0, 'c308fcc14f84383a6ea17d97fd37597cb5377efa785f1ca16a07a8fbd3326e03', 'ee394f57cad8b9f7a0a8daad150d8cd34593f8ff32d9be425631018886fe14d1', 10000, 2100, 12100, 27, 20, 1, '2026-11-25 08:14:07.790742+00', '2026-11-25 08:14:07.790742+00', 'f8013e6d-907c-5d88-aea5-d5962233ac11', 26700045, '2026-11-25 08:14:07.833734+00', false, '2026-11-25 08:14:07.897567+00', '[]', '2026-11-25 08:14:08.055205+00', NULL);
INSERT INTO public.exact_invoice_export VALUES (76, 'zaal', '76', 'Z001', false, NULL, '2026-11-16', '2026-11-25 08:14:08.08967+00', 'Vaste Klant B.V.', 'EUR', 12100, '2026-11-25 08:14:08.090973+00', 'blocked', NULL, '[{"code": "identifier_reused", "params": {"identifier": "Z001"}}]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, 21, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (77, 'zaal', '77', 'Z002', false, NULL, '2026-11-16', '2026-11-25 08:14:38.95852+00', 'Vaste Klant B.V.', 'EUR', 12100, '2026-11-25 08:14:38.975818+00', 'ignored', NULL, '[]', 'deleted', 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', '2026-11-25 08:15:08.997733+00', NULL);
INSERT INTO public.exact_invoice_export VALUES (78, 'zaal', '78', 'H001', false, NULL, '2026-11-16', '2026-11-25 08:15:09.023935+00', 'Vaste Klant B.V.', 'EUR', 12100, '2026-11-25 08:15:09.027458+00', 'unconfirmed', NULL, '[]', NULL, 0, 'NL', 1000001, 'Landgoed De Hooge Vuursteen B.V.', '70', '982e5333-aa2f-40eb-a2c8-5fbdd84455d2', 'c67e7880-41f7-593f-800c-22904ad70e24', 0, '2a6b569d40b8d0749a248743f81d5e894c7f3a1883e90a3bedae671bb393ea7a', '38c813a88e5963fe15e067073d9b21ce6ebc434121c9ea3f25f4fd845340e2b4', 10000, 2100, 12100, 29, 22, 1, '2026-11-25 08:17:39.985301+00', '2026-11-25 08:17:39.985301+00', NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (79, 'zaal', '79', 'H002', false, NULL, '2026-11-16', '2026-11-25 08:15:39.049291+00', 'Vaste Klant B.V.', 'EUR', 12100, '2026-11-25 08:15:39.050612+00', 'synced', NULL, '[]', NULL, 0, 'NL', 1000001, 'Landgoed De Hooge Vuursteen B.V.', '70', '982e5333-aa2f-40eb-a2c8-5fbdd84455d2', 'b203f108-1de5-511f-b35f-bb2b028c6b2a', 0, 'b4fcbdb6c871343e1c7c9d75f1a736ad717a9f55271b6e2182d92c265c561c74', '4960a7815076fa58b64fc0e4e9ff5985e69bbe2dd38e8557f9c0feb44c728a9a', 10000, 2100, 12100, 29, 22, 1, '2026-11-25 08:17:40.035014+00', '2026-11-25 08:17:40.035014+00', 'b203f108-1de5-511f-b35f-bb2b028c6b2a', 26700046, '2026-11-25 08:17:40.079038+00', false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (80, 'zaal', '80', 'H003', false, NULL, '2026-11-16', '2026-11-25 08:16:09.076507+00', 'Half Gemaakt B.V.', 'EUR', 12100, '2026-11-25 08:16:09.077898+00', 'queued', NULL, '[]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (81, 'zaal', '81', 'H004', false, NULL, '2026-11-16', '2026-11-25 08:16:39.112439+00', 'Niet Gemaakt B.V.', 'EUR', 12100, '2026-11-25 08:16:39.120863+00', 'queued', NULL, '[]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (82, 'zaal', '82', 'H005', false, NULL, '2026-11-16', '2026-11-25 08:17:09.144017+00', 'Vaste Klant B.V.', 'EUR', 12100, '2026-11-25 08:17:09.14878+00', 'unconfirmed', NULL, '[]', NULL, 0, 'NL', 1000001, 'Landgoed De Hooge Vuursteen B.V.', '70', '982e5333-aa2f-40eb-a2c8-5fbdd84455d2', '0caa6608-2d52-5c62-9fa5-2b9f9af78ef2', 0, '6eae7f69f15ade452c1de759d276a43c1b9b67c78e22f6a63e502628b9732b86', 'f0aa65e7cdbc59e7dbe6945002bce10fc7c90fdbe4b2ef1699ab7b1f9b3270ef', 10000, 2100, 12100, 29, 22, 1, '2026-11-25 08:17:40.235797+00', '2026-11-25 08:17:40.235797+00', NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (83, 'zaal', '83', 'J001', false, NULL, '2026-11-16', '2026-11-25 08:17:40.490471+00', 'Vaste Klant B.V.', 'EUR', 12100, '2026-11-25 08:17:40.508362+00', 'queued', NULL, '[]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (84, 'zaal', '84', 'J002', false, NULL, '2026-11-16', '2026-11-25 08:17:40.490512+00', 'Prospect Events B.V.', 'EUR', 12100, '2026-11-25 08:17:40.510451+00', 'queued', NULL, '[]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (85, 'zaal', '85', 'J003', false, NULL, '2026-11-16', '2026-11-25 08:17:40.490522+00', '20 Coöperatieve Vere', 'EUR', 12100, '2026-11-25 08:17:40.520587+00', 'queued', NULL, '[]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (86, 'zaal', '86', 'J004', false, NULL, '2026-11-16', '2026-11-25 08:17:40.49053+00', '30 Coöperatieve Vereniging van', 'EUR', 12100, '2026-11-25 08:17:40.52245+00', 'queued', NULL, '[]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (87, 'zaal', '87', 'J005', false, NULL, '2026-11-16', '2026-11-25 08:17:40.490542+00', '40 Coöperatieve Vereniging van Gezamenli', 'EUR', 12100, '2026-11-25 08:17:40.531522+00', 'queued', NULL, '[]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (88, 'zaal', '88', 'J006', false, NULL, '2026-11-16', '2026-11-25 08:17:40.49055+00', '49 Coöperatieve Vereniging van Gezamenlijke Evene', 'EUR', 12100, '2026-11-25 08:17:40.533312+00', 'queued', NULL, '[]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (89, 'zaal', '89', 'J007', false, NULL, '2026-11-16', '2026-11-25 08:17:40.490557+00', '50 Coöperatieve Vereniging van Gezamenlijke Evenem', 'EUR', 12100, '2026-11-25 08:17:40.534749+00', 'queued', NULL, '[]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (90, 'zaal', '90', 'J008', false, NULL, '2026-11-16', '2026-11-25 08:17:40.490564+00', 'Jansen & Zonen Feesten B.V.', 'EUR', 12100, '2026-11-25 08:17:40.549144+00', 'queued', NULL, '[]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (91, 'zaal', '91', 'J009', false, NULL, '2026-11-16', '2026-11-25 08:17:40.490572+00', 'Café ''t Ĳ / ''De Ŝtĕr'' (Brouwerij)', 'EUR', 12100, '2026-11-25 08:17:40.550795+00', 'queued', NULL, '[]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (92, 'zaal', '92', 'J010', false, NULL, '2026-11-16', '2026-11-25 08:17:40.49058+00', '51 Coöperatieve Vereniging van Gezamenlijke Eveneme', 'EUR', 12100, '2026-11-25 08:17:40.556803+00', 'queued', NULL, '[]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (93, 'zaal', '93', 'J011', false, NULL, '2026-11-16', '2026-11-25 08:17:40.490587+00', '60 Coöperatieve Vereniging van Gezamenlijke Evenementenlocat', 'EUR', 12100, '2026-11-25 08:17:40.558404+00', 'queued', NULL, '[]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (94, 'zaal', '94', 'J012', false, NULL, '2026-11-16', '2026-11-25 08:17:40.490595+00', '70 Coöperatieve Vereniging van Gezamenlijke Evenementenlocaties, Congr', 'EUR', 12100, '2026-11-25 08:17:40.564754+00', 'queued', NULL, '[]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (95, 'zaal', '95', 'J013', false, NULL, '2026-11-16', '2026-11-25 08:17:40.490602+00', '80 Coöperatieve Vereniging van Gezamenlijke Evenementenlocaties, Congrescentra &', 'EUR', 12100, '2026-11-25 08:17:40.566391+00', 'queued', NULL, '[]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (96, 'zaal', '96', 'J014', false, NULL, '2026-11-16', '2026-11-25 08:17:40.490609+00', '100 Coöperatieve Vereniging van Gezamenlijke Evenementenlocaties, Congrescentra & Theaters in de Noo', 'EUR', 12100, '2026-11-25 08:17:40.57437+00', 'queued', NULL, '[]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (97, 'zaal', '97', 'J015', false, NULL, '2026-11-16', '2026-11-25 08:17:40.490617+00', '119 Coöperatieve Vereniging van Gezamenlijke Evenementenlocaties, Congrescentra & Theaters in de Noordelijke Provincies', 'EUR', 12100, '2026-11-25 08:17:40.58052+00', 'queued', NULL, '[]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (98, 'zaal', '98', 'J016', false, NULL, '2026-11-16', '2026-11-25 08:17:40.490624+00', '120 Coöperatieve Vereniging van Gezamenlijke Evenementenlocaties, Congrescentra & Theaters in de Noordelijke Provinciesx', 'EUR', 12100, '2026-11-25 08:17:40.58221+00', 'queued', NULL, '[]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (99, 'zaal', '99', 'J017', false, NULL, '2026-11-16', '2026-11-25 08:17:40.490631+00', 'Rheinblick Veranstaltungen GmbH', 'EUR', 12100, '2026-11-25 08:17:40.588111+00', 'queued', NULL, '[]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (100, 'zaal', '100', 'J018', false, NULL, '2026-11-16', '2026-11-25 08:17:40.490638+00', 'Brasserie De Haan', 'EUR', 12100, '2026-11-25 08:17:40.58977+00', 'queued', NULL, '[]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (105, 'zaal', '105', 'J023', false, NULL, '2026-11-16', '2026-11-25 08:17:40.490674+00', 'Peeters', 'EUR', 12100, '2026-11-25 08:17:40.61114+00', 'queued', NULL, '[]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (106, 'zaal', '106', 'J024', false, NULL, '2026-11-16', '2026-11-25 08:17:40.49068+00', 'Zonder Postcode Catering B.V.', 'EUR', 12100, '2026-11-25 08:17:40.621079+00', 'queued', NULL, '[]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (107, 'zaal', '107', 'J025', false, NULL, '2026-11-16', '2026-11-25 08:17:40.490688+00', 'Roosje', 'EUR', 12100, '2026-11-25 08:17:40.62281+00', 'queued', NULL, '[]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (108, 'zaal', '108', 'J026', false, NULL, '2026-11-16', '2026-11-25 08:17:40.490695+00', 'Zonder Alles B.V.', 'EUR', 12100, '2026-11-25 08:17:40.632523+00', 'queued', NULL, '[]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (109, 'zaal', '109', 'J027', false, NULL, '2026-11-16', '2026-11-25 08:17:40.490702+00', 'Kaal', 'EUR', 12100, '2026-11-25 08:17:40.63408+00', 'queued', NULL, '[]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (110, 'zaal', '110', 'J028', false, NULL, '2026-11-16', '2026-11-25 08:17:40.490709+00', 'Janssens', 'EUR', 12100, '2026-11-25 08:17:40.643903+00', 'queued', NULL, '[]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (111, 'zaal', '111', 'J029', false, NULL, '2026-11-16', '2026-11-25 08:17:40.490716+00', 'Stichting Openbaar Primair Onderwijs Regio Zuidoost locatie De Ster', 'EUR', 12100, '2026-11-25 08:17:40.645596+00', 'queued', NULL, '[]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (112, 'zaal', '112', 'J030', false, NULL, '2026-11-16', '2026-11-25 08:17:40.490723+00', 'Stichting Openbaar Primair Onderwijs Regio Zuidoost locatie De Maan', 'EUR', 12100, '2026-11-25 08:17:40.647131+00', 'queued', NULL, '[]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (113, 'zaal', '113', 'J031', false, NULL, '2026-11-16', '2026-11-25 08:17:40.49073+00', 'Particulier', 'EUR', 12100, '2026-11-25 08:17:40.658742+00', 'queued', NULL, '[]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (114, 'zaal', '114', 'J032', false, NULL, '2026-11-16', '2026-11-25 08:17:40.490737+00', 'Particulier', 'EUR', 12100, '2026-11-25 08:17:40.665737+00', 'queued', NULL, '[]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (115, 'zaal', '115', 'J033', false, NULL, '2026-11-16', '2026-11-25 08:17:40.490744+00', 'Wanbetaler Horeca B.V.', 'EUR', 12100, '2026-11-25 08:17:40.667251+00', 'queued', NULL, '[]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (116, 'zaal', '116', 'J801', false, NULL, '2026-11-16', '2026-11-25 08:18:10.710407+00', 'Dubbel Feest B.V.', 'EUR', 12100, '2026-11-25 08:18:10.711981+00', 'queued', NULL, '[]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (117, 'zaal', '117', 'J802', false, NULL, '2026-11-16', '2026-11-25 08:18:10.710439+00', 'Gloednieuw B.V.', 'EUR', 12100, '2026-11-25 08:18:10.713774+00', 'queued', NULL, '[]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (118, 'zaal', '118', 'J803', false, NULL, '2026-11-16', '2026-11-25 08:18:10.710448+00', 'Jansen & Zonen Feesten B.V.', 'EUR', 12100, '2026-11-25 08:18:10.715234+00', 'queued', NULL, '[]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (119, 'zaal', '119', 'J804', false, NULL, '2026-11-16', '2026-11-25 08:18:10.710456+00', 'Half Gemaakt B.V.', 'EUR', 12100, '2026-11-25 08:18:10.726375+00', 'queued', NULL, '[]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (120, 'zaal', '120', 'J805', false, NULL, '2026-11-16', '2026-11-25 08:18:10.710464+00', 'Niet Gemaakt B.V.', 'EUR', 12100, '2026-11-25 08:18:10.731073+00', 'queued', NULL, '[]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (121, 'zaal', '121', 'J900', true, '59', '2026-11-16', '2026-11-25 08:18:40.749455+00', 'Vaste Klant B.V.', 'EUR', -1210, '2026-11-25 08:18:40.750994+00', 'queued', NULL, '[]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (122, 'tuin', '122', 'T001', false, NULL, '2026-11-16', '2026-11-25 08:19:13.105257+00', 'Vaste Klant B.V.', 'EUR', 12100, '2026-11-25 08:19:13.106688+00', 'synced', NULL, '[]', NULL, 0, 'NL', 1000002, 'Stadsschouwburg ''t Veerhuis B.V.', '70', '9c6c4ea2-209a-4648-9e14-cbcae57434be', '4d05d8b3-f3f1-53fd-88a1-cc6a0eebbcd0', 0, '138a4402526f485dc5b2bbcea92e122f89174592bbe4d6f2884a5352ea64735e', 'b546a3429d65bff0291f34b23aecf0f823dec97a2c841db109f4efd1d2b7768a', 10000, 2100, 12100, 18, 23, 1, '2026-11-25 08:19:43.660598+00', '2026-11-25 08:19:43.660598+00', '4d05d8b3-f3f1-53fd-88a1-cc6a0eebbcd0', 26700002, '2026-11-25 08:19:43.69311+00', false, '2026-11-25 08:19:43.878511+00', '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (123, 'tuin', '123', 'T002', false, NULL, '2026-11-16', '2026-11-25 08:19:13.105296+00', 'Half Gemaakt B.V.', 'EUR', 12100, '2026-11-25 08:19:13.125755+00', 'synced', NULL, '[]', NULL, 0, 'NL', 1000002, 'Stadsschouwburg ''t Veerhuis B.V.', '70', '7601fba1-20c5-54e0-a144-1ba92f9539bf', '4ed13500-c8d4-5126-8608-89aa5ac6cf2c', 0, 'ccd2f556b124ea47118a39f2eb4ee6f418eddcb00145ba0f032d70fb30f73c51', '1b8ec2fff27328232abc8de06fd6f20d3cc768f20b05d79aca7a1379dbf143f9', 10000, 2100, 12100, 18, 23, 1, '2026-11-25 08:19:43.795798+00', '2026-11-25 08:19:43.795798+00', '4ed13500-c8d4-5126-8608-89aa5ac6cf2c', 26700003, '2026-11-25 08:19:43.836625+00', false, '2026-11-25 08:19:43.897079+00', '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (124, 'tuin', '124', 'T003', false, NULL, '2026-11-16', '2026-11-25 08:19:43.948582+00', 'Vaste Klant B.V.', 'EUR', 12100, '2026-11-25 08:19:43.96373+00', 'claimed', NULL, '[]', NULL, 0, 'NL', 1000002, 'Stadsschouwburg ''t Veerhuis B.V.', '70', '9c6c4ea2-209a-4648-9e14-cbcae57434be', '10bc63e6-33fa-50ae-91da-b875b4142d8e', 0, 'd666a71ea86e5b6064fb70ed3face44706cfd8aecafb5a2132eeb1f791b1983e', 'c920f2a0a477197c4d03a4536771d5ef40eae8567d084b33d9fa0ae3920dbe77', 10000, 2100, 12100, 19, 24, 1, '2026-11-25 08:20:15.189928+00', '2026-11-25 08:20:15.189928+00', NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (125, 'tuin', '125', 'T004', false, NULL, '2026-11-16', '2026-11-25 08:19:43.948616+00', 'Vaste Klant B.V.', 'EUR', 12100, '2026-11-25 08:19:43.966118+00', 'queued', NULL, '[]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (126, 'grange', '126', 'V001', false, NULL, '2026-11-16', '2026-11-25 08:20:17.661467+00', 'Domaine du Lac SPRL', 'EUR', 12100, '2026-11-25 08:20:17.66303+00', 'synced', NULL, '[]', NULL, 0, 'BE', 2000001, 'Domaine de la Grange SRL', '700', 'fa436acd-ec0a-5b2d-8b39-86ac414c8764', '90a40bad-be77-5ef2-a3d6-93cec951f4dc', 0, '6db56ea29be8a7a3583c2177061a9352c1edef586b84f0dd3d59cac61a14f0c6', '9d409ac36570ca0e37c990b1802de360ad0e13064338ad02a5c2dd7ae7baec6c', 10000, 2100, 12100, 10, 25, 1, '2026-11-25 08:20:48.699599+00', '2026-11-25 08:20:48.699599+00', '90a40bad-be77-5ef2-a3d6-93cec951f4dc', 26700001, '2026-11-25 08:20:48.729116+00', false, '2026-11-25 08:20:48.798967+00', '[{"position": 1, "description": "Zaalhuur", "product": null, "rate_group": null, "ledger_number": null}]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (127, 'grange', '127', 'V002', false, NULL, '2026-11-16', '2026-11-25 08:20:17.661507+00', 'Domaine du Lac SPRL', 'EUR', 12100, '2026-11-25 08:20:17.677786+00', 'blocked', NULL, '[{"code": "payment_condition_needed", "params": {}}]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, 25, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (128, 'grange', '128', 'V003', false, NULL, '2026-11-16', '2026-11-25 08:20:48.826853+00', 'Domaine du Lac SPRL', 'EUR', 12100, '2026-11-25 08:20:48.832344+00', 'claimed', NULL, '[]', NULL, 0, 'BE', 2000001, 'Domaine de la Grange SRL', '700', 'fa436acd-ec0a-5b2d-8b39-86ac414c8764', '39edf29b-95bd-52d4-b5ff-3ff95312fb48', 0, '382c7de9652d5ee6cd399dfe088969c47a6ca186ef8f99c3a6028bda8df06b54', 'cc66320588667f6ef93acfaafb3ed0503110506c19be227d3fc9d123cd0dc11f', 10000, 2100, 12100, 11, 26, 1, '2026-11-25 08:21:19.22026+00', '2026-11-25 08:21:19.22026+00', NULL, NULL, NULL, false, NULL, '[{"position": 1, "description": "Zaalhuur", "product": null, "rate_group": null, "ledger_number": null}]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (129, 'nieuw', '129', 'N001', false, NULL, '2026-11-16', '2026-11-25 08:21:20.609862+00', 'Vaste Klant B.V.', 'EUR', 12100, '2026-11-25 08:21:20.623406+00', 'queued', NULL, '[]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (130, 'nieuw', '130', 'N002', false, NULL, '2026-11-16', '2026-11-25 08:21:20.609897+00', 'Vaste Klant B.V.', 'EUR', 12100, '2026-11-25 08:21:20.626271+00', 'queued', NULL, '[]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (131, 'weg', '131', 'N001', false, NULL, '2026-11-16', '2026-11-25 08:21:52.08773+00', 'Vaste Klant B.V.', 'EUR', 12100, '2026-11-25 08:21:52.089265+00', 'queued', NULL, '[]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_invoice_export VALUES (132, 'weg', '132', 'N002', false, NULL, '2026-11-16', '2026-11-25 08:21:52.087784+00', 'Vaste Klant B.V.', 'EUR', 12100, '2026-11-25 08:21:52.094138+00', 'queued', NULL, '[]', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, false, NULL, '[]', NULL, NULL);
INSERT INTO public.exact_lease VALUES ('writer:NL:11111111-1111-1111-1111-111111111111:1000001', '02ae6cc993b34c95840e000ef544ecde', 30, 0);
INSERT INTO public.exact_lease VALUES ('refresh:NL:11111111-1111-1111-1111-111111111111:5c1d1b3a-1f6e-4a53-9c5e-0a1d4f7c0001', '9fbc6a1acc9d4f2f8a8f8fa34053b691', 6, -136000);
INSERT INTO public.exact_lease VALUES ('writer:NL:11111111-1111-1111-1111-111111111111:1000002', '5f7715f16ca44140ac76e589e6866bdc', 19, 1795594952108);
INSERT INTO public.exact_lease VALUES ('writer:NL:11111111-1111-1111-1111-111111111111:1000003', '2fbc3102b329423c907871e6607dd354', 11, -86536000);
INSERT INTO public.exact_lease VALUES ('refresh:NL:11111111-1111-1111-1111-111111111111:5c1d1b3a-1f6e-4a53-9c5e-0a1d4f7c0002', 'c7d8bb5ed7da45e9aae3f186813ff339', 3, -86536000);
INSERT INTO public.exact_lease VALUES ('writer:BE:22222222-2222-2222-2222-222222222222:2000001', '85f4ce5643ff459cbb45a471c0ba5ee7', 11, 1795594952108);
INSERT INTO public.exact_log_in VALUES ('5a6162adb285f0d65aca4db4ec3cb043805542b1f1f3fcfee58e2e43d934dbd0', 'tuin', '1', 'NL', '2026-11-25 08:19:12.365271+00', '2026-11-25 08:19:12.379983+00');
INSERT INTO public.exact_log_in VALUES ('7f1e21fbc60dce10e7436c92dc8c5ad7bbafbb4d936f9d6e15b3490497128d37', 'grange', '1', 'BE', '2026-11-25 08:20:16.981666+00', '2026-11-25 08:20:16.991947+00');
INSERT INTO public.exact_mirror VALUES ('NL', 1000001, 'payment_conditions', '2026-11-25 08:09:42.910618+00', 17, 17, 0, true);
INSERT INTO public.exact_mirror VALUES ('NL', 1000001, 'periods', '2026-11-25 08:09:42.933532+00', 24, 24, 0, true);
INSERT INTO public.exact_mirror VALUES ('NL', 1000001, 'gl_accounts', '2026-11-25 08:17:39.276043+00', 22, 22, 0, true);
INSERT INTO public.exact_mirror VALUES ('NL', 1000001, 'journals', '2026-11-25 08:17:39.307024+00', 18, 18, 0, true);
INSERT INTO public.exact_mirror VALUES ('NL', 1000001, 'vat_codes', '2026-11-25 08:17:39.382089+00', 28, 28, 0, true);
INSERT INTO public.exact_mirror VALUES ('NL', 1000001, 'closed_periods', '2026-11-25 08:17:39.423003+00', 1, 1, 0, true);
INSERT INTO public.exact_mirror VALUES ('NL', 1000001, 'crm_accounts', '2026-11-25 08:17:39.721689+00', 33, 33, 1490, true);
INSERT INTO public.exact_mirror VALUES ('NL', 1000002, 'payment_conditions', '2026-11-25 08:19:12.562392+00', 17, 17, 0, true);
INSERT INTO public.exact_mirror VALUES ('NL', 1000002, 'periods', '2026-11-25 08:19:12.634685+00', 24, 24, 0, true);
INSERT INTO public.exact_mirror VALUES ('NL', 1000002, 'gl_accounts', '2026-11-25 08:20:14.509534+00', 22, 22, 0, true);
INSERT INTO public.exact_mirror VALUES ('NL', 1000002, 'journals', '2026-11-25 08:20:14.587637+00', 18, 18, 0, true);
INSERT INTO public.exact_mirror VALUES ('NL', 1000002, 'vat_codes', '2026-11-25 08:20:14.691507+00', 28, 28, 0, true);
INSERT INTO public.exact_mirror VALUES ('NL', 1000002, 'closed_periods', '2026-11-25 08:20:14.746494+00', 0, 0, 0, true);
INSERT INTO public.exact_mirror VALUES ('NL', 1000003, 'payment_conditions', '2026-11-21 08:04:11.505636+00', 17, 17, 0, true);
INSERT INTO public.exact_mirror VALUES ('NL', 1000003, 'periods', '2026-11-21 08:04:11.538999+00', 24, 24, 0, true);
INSERT INTO public.exact_mirror VALUES ('NL', 1000003, 'gl_accounts', '2026-11-23 08:05:12.293483+00', 9, 9, 0, true);
INSERT INTO public.exact_mirror VALUES ('NL', 1000003, 'journals', '2026-11-23 08:05:12.320421+00', 5, 5, 0, true);
INSERT INTO public.exact_mirror VALUES ('NL', 1000003, 'vat_codes', '2026-11-23 08:05:12.347242+00', 17, 17, 0, true);
INSERT INTO public.exact_mirror VALUES ('NL', 1000003, 'closed_periods', '2026-11-23 08:05:12.369568+00', 0, 0, 0, true);
INSERT INTO public.exact_mirror VALUES ('NL', 1000003, 'crm_accounts', '2026-11-23 08:05:12.405108+00', 2, 2, 1111, true);
INSERT INTO public.exact_mirror VALUES ('NL', 1000002, 'crm_accounts', '2026-11-25 08:20:14.876407+00', 7, 7, 1186, true);
INSERT INTO public.exact_mirror VALUES ('BE', 2000001, 'payment_conditions', '2026-11-25 08:20:17.168715+00', 11, 11, 0, true);
INSERT INTO public.exact_mirror VALUES ('BE', 2000001, 'periods', '2026-11-25 08:20:17.232403+00', 24, 24, 0, true);
INSERT INTO public.exact_mirror VALUES ('BE', 2000001, 'gl_accounts', '2026-11-25 08:21:18.965888+00', 12, 12, 0, true);
INSERT INTO public.exact_mirror VALUES ('BE', 2000001, 'journals', '2026-11-25 08:21:18.980993+00', 11, 11, 0, true);
INSERT INTO public.exact_mirror VALUES ('BE', 2000001, 'vat_codes', '2026-11-25 08:21:19.025206+00', 20, 20, 0, true);
INSERT INTO public.exact_mirror VALUES ('BE', 2000001, 'closed_periods', '2026-11-25 08:21:19.042901+00', 0, 0, 0, true);
INSERT INTO public.exact_mirror VALUES ('BE', 2000001, 'crm_accounts', '2026-11-25 08:21:19.088496+00', 3, 3, 1111, true);
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'payment_conditions', '07f1c9f3-8d0a-5df0-bbf0-c966ca274a11', '{"id": "07f1c9f3-8d0a-5df0-bbf0-c966ca274a11", "code": "0", "description": "Direct te voldoen", "days": 0, "end_of_months": 0, "method": "B"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'payment_conditions', '19d7f6dd-1e8e-50bf-8080-83d35f74dc65', '{"id": "19d7f6dd-1e8e-50bf-8080-83d35f74dc65", "code": "60", "description": "60 dagen", "days": 60, "end_of_months": 0, "method": "B"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'payment_conditions', '1a820021-c019-53f0-90e8-f30bc5a458ef', '{"id": "1a820021-c019-53f0-90e8-f30bc5a458ef", "code": "EM", "description": "Einde van de volgende maand", "days": 0, "end_of_months": 1, "method": "B"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'payment_conditions', '1f857677-feb1-5b45-a823-2206348fc266', '{"id": "1f857677-feb1-5b45-a823-2206348fc266", "code": "30", "description": "30 dagen", "days": 30, "end_of_months": 0, "method": "B"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'payment_conditions', '3a7cb376-020d-5911-ab7c-a75ca8de2713', '{"id": "3a7cb376-020d-5911-ab7c-a75ca8de2713", "code": "14", "description": "14 dagen", "days": 14, "end_of_months": 0, "method": "B"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'payment_conditions', '459f0e5d-9171-57c7-9e97-30b6249ce420', '{"id": "459f0e5d-9171-57c7-9e97-30b6249ce420", "code": "EM15", "description": "15 dagen na het einde van de tweede maand", "days": 15, "end_of_months": 2, "method": "B"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'payment_conditions', '622bc315-d642-5bba-9a75-2cc48143591f', '{"id": "622bc315-d642-5bba-9a75-2cc48143591f", "code": "IN", "description": "Automatische incasso 14 dagen", "days": 14, "end_of_months": 0, "method": "I"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'payment_conditions', '6c8462a7-cddb-5d26-802e-596ae0d8ee4f', '{"id": "6c8462a7-cddb-5d26-802e-596ae0d8ee4f", "code": "21", "description": "21 dagen", "days": 21, "end_of_months": 0, "method": "B"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'payment_conditions', '7ea3700d-b40c-5708-b802-ced70ccff05d', '{"id": "7ea3700d-b40c-5708-b802-ced70ccff05d", "code": "15", "description": "15 dagen", "days": 15, "end_of_months": 0, "method": "B"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'payment_conditions', 'ace0a91b-115d-566d-955f-38b9e26b2f2b', '{"id": "ace0a91b-115d-566d-955f-38b9e26b2f2b", "code": "PIN", "description": "Pin aan de balie", "days": 0, "end_of_months": 0, "method": "K"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'payment_conditions', 'b66f765d-c154-5673-bc87-77e4caf0cf39', '{"id": "b66f765d-c154-5673-bc87-77e4caf0cf39", "code": "KA", "description": "Contant", "days": 0, "end_of_months": 0, "method": "K"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'payment_conditions', 'c807b8b2-9438-5273-9a71-2fbf4f6f61da', '{"id": "c807b8b2-9438-5273-9a71-2fbf4f6f61da", "code": "7", "description": "7 dagen", "days": 7, "end_of_months": 0, "method": "B"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'payment_conditions', 'd93e5d2f-9930-590b-aadb-98ab3fd2764f', '{"id": "d93e5d2f-9930-590b-aadb-98ab3fd2764f", "code": "60K", "description": "60 dagen, 2% korting binnen 8 dagen", "days": 60, "end_of_months": 0, "method": "B"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'payment_conditions', 'e912f9c4-74cd-53e5-8323-b14327c0e2ea', '{"id": "e912f9c4-74cd-53e5-8323-b14327c0e2ea", "code": "EM30", "description": "30 dagen na einde volgende maand", "days": 30, "end_of_months": 1, "method": "B"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'payment_conditions', 'ee5574aa-e37d-52fa-a990-0ab441acaf0a', '{"id": "ee5574aa-e37d-52fa-a990-0ab441acaf0a", "code": "ID", "description": "iDEAL via betaalprovider", "days": 0, "end_of_months": 0, "method": "Q"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'payment_conditions', 'ef7f8a72-d5d0-57be-90d1-a6faf2816b6b', '{"id": "ef7f8a72-d5d0-57be-90d1-a6faf2816b6b", "code": "45", "description": "45 dagen", "days": 45, "end_of_months": 0, "method": "B"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'payment_conditions', 'f2e3ccc8-f760-51b7-907e-c5d6d8d63c98', '{"id": "f2e3ccc8-f760-51b7-907e-c5d6d8d63c98", "code": "8", "description": "8 dagen", "days": 8, "end_of_months": 0, "method": "B"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'periods', '2027/6', '{"year": 2027, "period": 6, "start": "2027-06-01", "end": "2027-06-30"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'periods', '2026/1', '{"year": 2026, "period": 1, "start": "2026-01-01", "end": "2026-01-31"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'periods', '2026/2', '{"year": 2026, "period": 2, "start": "2026-02-01", "end": "2026-02-28"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'periods', '2026/12', '{"year": 2026, "period": 12, "start": "2026-12-01", "end": "2026-12-31"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'periods', '2027/4', '{"year": 2027, "period": 4, "start": "2027-04-01", "end": "2027-04-30"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'periods', '2026/8', '{"year": 2026, "period": 8, "start": "2026-08-01", "end": "2026-08-31"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'periods', '2026/7', '{"year": 2026, "period": 7, "start": "2026-07-01", "end": "2026-07-31"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'periods', '2026/3', '{"year": 2026, "period": 3, "start": "2026-03-01", "end": "2026-03-31"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'periods', '2027/5', '{"year": 2027, "period": 5, "start": "2027-05-01", "end": "2027-05-31"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'periods', '2027/3', '{"year": 2027, "period": 3, "start": "2027-03-01", "end": "2027-03-31"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'periods', '2027/1', '{"year": 2027, "period": 1, "start": "2027-01-01", "end": "2027-01-31"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'periods', '2026/11', '{"year": 2026, "period": 11, "start": "2026-11-01", "end": "2026-11-30"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'periods', '2026/6', '{"year": 2026, "period": 6, "start": "2026-06-01", "end": "2026-06-30"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'periods', '2027/10', '{"year": 2027, "period": 10, "start": "2027-10-01", "end": "2027-10-31"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'periods', '2027/7', '{"year": 2027, "period": 7, "start": "2027-07-01", "end": "2027-07-31"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'periods', '2027/2', '{"year": 2027, "period": 2, "start": "2027-02-01", "end": "2027-02-28"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'periods', '2027/11', '{"year": 2027, "period": 11, "start": "2027-11-01", "end": "2027-11-30"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'periods', '2026/10', '{"year": 2026, "period": 10, "start": "2026-10-01", "end": "2026-10-31"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'periods', '2027/12', '{"year": 2027, "period": 12, "start": "2027-12-01", "end": "2027-12-31"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'periods', '2026/4', '{"year": 2026, "period": 4, "start": "2026-04-01", "end": "2026-04-30"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'periods', '2026/5', '{"year": 2026, "period": 5, "start": "2026-05-01", "end": "2026-05-31"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'periods', '2027/8', '{"year": 2027, "period": 8, "start": "2027-08-01", "end": "2027-08-31"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'periods', '2027/9', '{"year": 2027, "period": 9, "start": "2027-09-01", "end": "2027-09-30"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'periods', '2026/9', '{"year": 2026, "period": 9, "start": "2026-09-01", "end": "2026-09-30"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'gl_accounts', 'cdc0d470-d4d5-5a67-a887-dc3439221050', '{"id": "cdc0d470-d4d5-5a67-a887-dc3439221050", "code": "1000", "description": "Kas", "type": 10, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'gl_accounts', '7eb40939-9407-5b62-a07c-4f6c31797226', '{"id": "7eb40939-9407-5b62-a07c-4f6c31797226", "code": "1100", "description": "Bank", "type": 12, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'gl_accounts', '9ce93ead-be4e-5fe0-8dc2-21eecfc92ccf', '{"id": "9ce93ead-be4e-5fe0-8dc2-21eecfc92ccf", "code": "1300", "description": "Debiteuren", "type": 20, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'gl_accounts', 'c34bbc21-32f4-53a3-96aa-00da92118495', '{"id": "c34bbc21-32f4-53a3-96aa-00da92118495", "code": "1500", "description": "Af te dragen btw", "type": 24, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'gl_accounts', 'ac2ab755-33b7-5caf-bdc8-d2d8a61ee1ef', '{"id": "ac2ab755-33b7-5caf-bdc8-d2d8a61ee1ef", "code": "1510", "description": "Te vorderen btw", "type": 24, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'gl_accounts', 'ecbc01e9-5017-5517-83aa-bd210c6b963b', '{"id": "ecbc01e9-5017-5517-83aa-bd210c6b963b", "code": "1600", "description": "Crediteuren", "type": 22, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'gl_accounts', '171b0641-ca58-5354-a335-0b09418fd115', '{"id": "171b0641-ca58-5354-a335-0b09418fd115", "code": "8000", "description": "Omzet 21%", "type": 110, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'gl_accounts', '7b4ec05d-e43c-5925-938f-5001267deaca', '{"id": "7b4ec05d-e43c-5925-938f-5001267deaca", "code": "8010", "description": "Omzet 9%", "type": 110, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'gl_accounts', 'dad35232-8196-5e50-a271-81819b54839c', '{"id": "dad35232-8196-5e50-a271-81819b54839c", "code": "8030", "description": "Omzet 19%", "type": 110, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'journals', '31e026d9-2fb4-5abd-a0ea-3b5bcaf37126', '{"id": "31e026d9-2fb4-5abd-a0ea-3b5bcaf37126", "code": "10", "description": "Kasboek", "type": 10, "is_blocked": false, "currency": "EUR"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'journals', '4de49da3-e481-5dcc-a46b-ae72100d93ed', '{"id": "4de49da3-e481-5dcc-a46b-ae72100d93ed", "code": "90", "description": "Memoriaal", "type": 90, "is_blocked": false, "currency": "EUR"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'journals', '8a3192e5-0ae8-5bda-bc10-7f260e188f79', '{"id": "8a3192e5-0ae8-5bda-bc10-7f260e188f79", "code": "60", "description": "Inkoopboek", "type": 22, "is_blocked": false, "currency": "EUR"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'journals', '958b11ab-bccf-50ac-87ad-580a899ebf71', '{"id": "958b11ab-bccf-50ac-87ad-580a899ebf71", "code": "20", "description": "Bank", "type": 12, "is_blocked": false, "currency": "EUR"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'journals', 'e4de86bf-427a-5a0c-bef4-d6c95ae616f9', '{"id": "e4de86bf-427a-5a0c-bef4-d6c95ae616f9", "code": "70", "description": "Verkoopboek", "type": 20, "is_blocked": true, "currency": "EUR"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'vat_codes', '085bfb28-7329-5db7-b82f-39ffed395470', '{"id": "085bfb28-7329-5db7-b82f-39ffed395470", "code": "9", "description": "Verkoop 9%", "type": "E", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "9", "start": "2000-01-01", "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'vat_codes', '4030e0cb-90fa-5191-b948-a0becbab05fe', '{"id": "4030e0cb-90fa-5191-b948-a0becbab05fe", "code": "19", "description": "Verkoop 19%", "type": "E", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "19", "start": "2000-01-01", "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'vat_codes', '42d90a63-3c53-5bec-98e7-04bf821d12c2', '{"id": "42d90a63-3c53-5bec-98e7-04bf821d12c2", "code": "15", "description": "Verkoop 15%", "type": "E", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "15", "start": "2000-01-01", "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'vat_codes', '5255c558-2139-5805-9503-27394cd59735', '{"id": "5255c558-2139-5805-9503-27394cd59735", "code": "10", "description": "Verkoop 10%", "type": "E", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "10", "start": "2000-01-01", "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'vat_codes', '5d81ea6e-83b9-51b2-9877-3e7f29a5fc59', '{"id": "5d81ea6e-83b9-51b2-9877-3e7f29a5fc59", "code": "7", "description": "Verkoop 7%", "type": "E", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "7", "start": "2000-01-01", "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'vat_codes', '6f0b126f-16fe-5591-9163-5c2d7bdb8075', '{"id": "6f0b126f-16fe-5591-9163-5c2d7bdb8075", "code": "EU", "description": "Levering binnen de EU", "type": "B", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "0", "start": "2000-01-01", "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'vat_codes', '7417040e-879f-5e59-baf1-ae1805ee535d', '{"id": "7417040e-879f-5e59-baf1-ae1805ee535d", "code": "VL", "description": "Verkoop btw verlegd", "type": "B", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "0", "start": "2000-01-01", "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'vat_codes', '7889e1e1-689e-5c47-8618-4826f6c032ca', '{"id": "7889e1e1-689e-5c47-8618-4826f6c032ca", "code": "12", "description": "Verkoop 12%", "type": "E", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "12", "start": "2000-01-01", "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'vat_codes', '7d6ae483-6b7b-5457-9b59-22357d8e082b', '{"id": "7d6ae483-6b7b-5457-9b59-22357d8e082b", "code": "25", "description": "Verkoop 25%", "type": "E", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "25", "start": "2000-01-01", "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'vat_codes', '99946d0b-21e5-52b2-a905-d1826db168c4', '{"id": "99946d0b-21e5-52b2-a905-d1826db168c4", "code": "21", "description": "Verkoop 21%", "type": "E", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "21", "start": "2000-01-01", "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'vat_codes', 'a9f5afad-9e3d-51a8-b437-af9d5209a812', '{"id": "a9f5afad-9e3d-51a8-b437-af9d5209a812", "code": "P21", "description": "Inkoop 21%", "type": "E", "transaction_type": "P", "is_blocked": false, "percentages": [{"rate": "21", "start": "2000-01-01", "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'vat_codes', 'aaee077e-8dce-5490-9925-804d60ab8cd8', '{"id": "aaee077e-8dce-5490-9925-804d60ab8cd8", "code": "16", "description": "Verkoop 16%", "type": "E", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "16", "start": "2000-01-01", "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'vat_codes', 'aaf5530b-f31f-510f-800e-06a8021efaa0', '{"id": "aaf5530b-f31f-510f-800e-06a8021efaa0", "code": "EX", "description": "Uitvoer buiten de EU", "type": "B", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "0", "start": "2000-01-01", "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'vat_codes', 'bdecc355-a6ba-5c55-80f5-cf233f196b6a', '{"id": "bdecc355-a6ba-5c55-80f5-cf233f196b6a", "code": "0", "description": "Verkoop 0%", "type": "E", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "0", "start": "2000-01-01", "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'periods', '2027/3', '{"year": 2027, "period": 3, "start": "2027-03-01", "end": "2027-03-31"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'vat_codes', 'd3bed6e0-3e3f-55a8-90d9-f0b7fce100bb', '{"id": "d3bed6e0-3e3f-55a8-90d9-f0b7fce100bb", "code": "20", "description": "Verkoop 20%", "type": "E", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "20", "start": "2000-01-01", "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'vat_codes', 'f4bebed5-e7f8-559d-b72a-062ae7dce958', '{"id": "f4bebed5-e7f8-559d-b72a-062ae7dce958", "code": "6", "description": "Verkoop 6%", "type": "E", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "6", "start": "2000-01-01", "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000003, 'vat_codes', 'f848ef83-484f-5be5-a1b1-516b38b109a1', '{"id": "f848ef83-484f-5be5-a1b1-516b38b109a1", "code": "VR", "description": "Vrijgesteld van btw", "type": "N", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "0", "start": "2000-01-01", "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'payment_conditions', '054bd942-af5a-5414-a5cd-abea92e2d0db', '{"id": "054bd942-af5a-5414-a5cd-abea92e2d0db", "code": "60K", "description": "60 dagen, 2% korting binnen 8 dagen", "days": 60, "end_of_months": 0, "method": "B"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'payment_conditions', '16b17122-0114-56ce-b70a-ef4886a8f9e9', '{"id": "16b17122-0114-56ce-b70a-ef4886a8f9e9", "code": "KA", "description": "Contant", "days": 0, "end_of_months": 0, "method": "K"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'payment_conditions', '219c59c7-7349-5faf-ad6c-bcd906d1b3e5', '{"id": "219c59c7-7349-5faf-ad6c-bcd906d1b3e5", "code": "45", "description": "45 dagen", "days": 45, "end_of_months": 0, "method": "B"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'payment_conditions', '22821101-6521-56d9-bedd-3070d0a84c48', '{"id": "22821101-6521-56d9-bedd-3070d0a84c48", "code": "60", "description": "60 dagen", "days": 60, "end_of_months": 0, "method": "B"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'payment_conditions', '3b248713-cf6a-5df7-838d-d13812228fec', '{"id": "3b248713-cf6a-5df7-838d-d13812228fec", "code": "14", "description": "14 dagen", "days": 14, "end_of_months": 0, "method": "B"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'payment_conditions', '4a551fd4-bede-5b9f-b2a0-8035762cef5b', '{"id": "4a551fd4-bede-5b9f-b2a0-8035762cef5b", "code": "ID", "description": "iDEAL via betaalprovider", "days": 0, "end_of_months": 0, "method": "Q"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'payment_conditions', '50dfccfd-e07c-5c9a-a46d-b5312367d823', '{"id": "50dfccfd-e07c-5c9a-a46d-b5312367d823", "code": "7", "description": "7 dagen", "days": 7, "end_of_months": 0, "method": "B"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'payment_conditions', '52ac504f-ec68-57b4-87d3-1f283f8a931a', '{"id": "52ac504f-ec68-57b4-87d3-1f283f8a931a", "code": "EM", "description": "Einde van de volgende maand", "days": 0, "end_of_months": 1, "method": "B"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'payment_conditions', '6133570b-e408-57e5-a45d-a74850103efe', '{"id": "6133570b-e408-57e5-a45d-a74850103efe", "code": "EM30", "description": "30 dagen na einde volgende maand", "days": 30, "end_of_months": 1, "method": "B"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'payment_conditions', '7cd781ab-b185-5453-839b-0775b8974bd3', '{"id": "7cd781ab-b185-5453-839b-0775b8974bd3", "code": "EM15", "description": "15 dagen na het einde van de tweede maand", "days": 15, "end_of_months": 2, "method": "B"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'payment_conditions', '7dff01a1-1754-5a6a-b11f-a72637b24671', '{"id": "7dff01a1-1754-5a6a-b11f-a72637b24671", "code": "IN", "description": "Automatische incasso 14 dagen", "days": 14, "end_of_months": 0, "method": "I"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'payment_conditions', '83741e40-a487-5c37-aafd-114606a4c919', '{"id": "83741e40-a487-5c37-aafd-114606a4c919", "code": "21", "description": "21 dagen", "days": 21, "end_of_months": 0, "method": "B"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'payment_conditions', 'b3440695-c3ce-5acb-aef0-78661661216b', '{"id": "b3440695-c3ce-5acb-aef0-78661661216b", "code": "8", "description": "8 dagen", "days": 8, "end_of_months": 0, "method": "B"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'payment_conditions', 'c8147282-8c61-502f-80c8-5494506a4fc3', '{"id": "c8147282-8c61-502f-80c8-5494506a4fc3", "code": "0", "description": "Direct te voldoen", "days": 0, "end_of_months": 0, "method": "B"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'payment_conditions', 'db671a9c-3863-57ee-814a-16446bf084d1', '{"id": "db671a9c-3863-57ee-814a-16446bf084d1", "code": "PIN", "description": "Pin aan de balie", "days": 0, "end_of_months": 0, "method": "K"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'payment_conditions', 'dd2df66d-238a-5c99-9500-87c499af00c5', '{"id": "dd2df66d-238a-5c99-9500-87c499af00c5", "code": "30", "description": "30 dagen", "days": 30, "end_of_months": 0, "method": "B"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'payment_conditions', 'ed331c38-5194-5059-992e-c3fd0bdf2bfc', '{"id": "ed331c38-5194-5059-992e-c3fd0bdf2bfc", "code": "15", "description": "15 dagen", "days": 15, "end_of_months": 0, "method": "B"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'periods', '2027/11', '{"year": 2027, "period": 11, "start": "2027-11-01", "end": "2027-11-30"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'periods', '2027/4', '{"year": 2027, "period": 4, "start": "2027-04-01", "end": "2027-04-30"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'periods', '2026/3', '{"year": 2026, "period": 3, "start": "2026-03-01", "end": "2026-03-31"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'periods', '2027/12', '{"year": 2027, "period": 12, "start": "2027-12-01", "end": "2027-12-31"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'periods', '2026/2', '{"year": 2026, "period": 2, "start": "2026-02-01", "end": "2026-02-28"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'periods', '2026/1', '{"year": 2026, "period": 1, "start": "2026-01-01", "end": "2026-01-31"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'periods', '2026/7', '{"year": 2026, "period": 7, "start": "2026-07-01", "end": "2026-07-31"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'periods', '2026/10', '{"year": 2026, "period": 10, "start": "2026-10-01", "end": "2026-10-31"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'periods', '2027/2', '{"year": 2027, "period": 2, "start": "2027-02-01", "end": "2027-02-28"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'periods', '2027/7', '{"year": 2027, "period": 7, "start": "2027-07-01", "end": "2027-07-31"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'periods', '2026/8', '{"year": 2026, "period": 8, "start": "2026-08-01", "end": "2026-08-31"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'periods', '2026/5', '{"year": 2026, "period": 5, "start": "2026-05-01", "end": "2026-05-31"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'periods', '2027/1', '{"year": 2027, "period": 1, "start": "2027-01-01", "end": "2027-01-31"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'periods', '2027/8', '{"year": 2027, "period": 8, "start": "2027-08-01", "end": "2027-08-31"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'periods', '2026/4', '{"year": 2026, "period": 4, "start": "2026-04-01", "end": "2026-04-30"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'periods', '2026/6', '{"year": 2026, "period": 6, "start": "2026-06-01", "end": "2026-06-30"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'periods', '2027/9', '{"year": 2027, "period": 9, "start": "2027-09-01", "end": "2027-09-30"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'periods', '2027/6', '{"year": 2027, "period": 6, "start": "2027-06-01", "end": "2027-06-30"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'periods', '2026/11', '{"year": 2026, "period": 11, "start": "2026-11-01", "end": "2026-11-30"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'periods', '2026/12', '{"year": 2026, "period": 12, "start": "2026-12-01", "end": "2026-12-31"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'periods', '2027/10', '{"year": 2027, "period": 10, "start": "2027-10-01", "end": "2027-10-31"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'periods', '2027/5', '{"year": 2027, "period": 5, "start": "2027-05-01", "end": "2027-05-31"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'periods', '2026/9', '{"year": 2026, "period": 9, "start": "2026-09-01", "end": "2026-09-30"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'gl_accounts', '0c186d8e-52c4-5aff-98c6-372e8814aad6', '{"id": "0c186d8e-52c4-5aff-98c6-372e8814aad6", "code": "1000", "description": "Kas kantoor", "type": 10, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'gl_accounts', 'fb3b3840-935e-5d94-9f1c-bbd76c9ba6c4', '{"id": "fb3b3840-935e-5d94-9f1c-bbd76c9ba6c4", "code": "1005", "description": "Kas bar en garderobe", "type": 10, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'gl_accounts', '7c444e19-0959-5ab4-b536-e816e9f6af1e', '{"id": "7c444e19-0959-5ab4-b536-e816e9f6af1e", "code": "1100", "description": "ING zakelijke rekening", "type": 12, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'gl_accounts', '5a6a9f8b-c0a0-55ad-9ef3-2bf39d5e0221', '{"id": "5a6a9f8b-c0a0-55ad-9ef3-2bf39d5e0221", "code": "1105", "description": "Rabobank zakelijke rekening", "type": 12, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'gl_accounts', '4a7a0e0f-9eb7-5789-ba5b-08f0ba392ae2', '{"id": "4a7a0e0f-9eb7-5789-ba5b-08f0ba392ae2", "code": "1160", "description": "Mollie tussenrekening", "type": 16, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'gl_accounts', '9bab9a07-614b-5077-b1fb-711f4a9c6831', '{"id": "9bab9a07-614b-5077-b1fb-711f4a9c6831", "code": "1300", "description": "Debiteuren", "type": 20, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'gl_accounts', '2393aeda-0250-5efb-855a-d5669a96c702', '{"id": "2393aeda-0250-5efb-855a-d5669a96c702", "code": "1310", "description": "Debiteuren aanbetalingen", "type": 20, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'gl_accounts', 'ce4c0cc3-342a-5672-a4ab-69956eba8b59', '{"id": "ce4c0cc3-342a-5672-a4ab-69956eba8b59", "code": "1500", "description": "Af te dragen BTW hoog tarief", "type": 24, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'gl_accounts', 'b963c8fb-d16c-5ea7-807b-81b1b26c2023', '{"id": "b963c8fb-d16c-5ea7-807b-81b1b26c2023", "code": "1501", "description": "Af te dragen BTW laag tarief", "type": 24, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'gl_accounts', 'c53e12a0-ea07-5c69-9eed-c8e408f6ec11', '{"id": "c53e12a0-ea07-5c69-9eed-c8e408f6ec11", "code": "1502", "description": "Af te dragen BTW verlegd", "type": 24, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'gl_accounts', '4bf7a72c-3dbd-57d5-80c9-658c7d8b9f8a', '{"id": "4bf7a72c-3dbd-57d5-80c9-658c7d8b9f8a", "code": "1503", "description": "Af te dragen BTW overige tarieven", "type": 24, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'gl_accounts', '92f95921-c67e-59f9-89f9-7f9fbf9f9eba', '{"id": "92f95921-c67e-59f9-89f9-7f9fbf9f9eba", "code": "1510", "description": "Te vorderen BTW hoog tarief", "type": 24, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'gl_accounts', '8f8d647b-560a-58c2-bb02-cab1e0b0d927', '{"id": "8f8d647b-560a-58c2-bb02-cab1e0b0d927", "code": "1511", "description": "Te vorderen BTW laag tarief", "type": 24, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'gl_accounts', '3246a423-399c-52d3-99e4-77dba28a667b', '{"id": "3246a423-399c-52d3-99e4-77dba28a667b", "code": "1512", "description": "Te vorderen BTW verlegd", "type": 24, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'gl_accounts', '3775c299-cc49-53fa-928c-7f84d5249848', '{"id": "3775c299-cc49-53fa-928c-7f84d5249848", "code": "1513", "description": "Te vorderen BTW EU", "type": 24, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'gl_accounts', '650eb6b8-3039-512c-a540-3c07aa05a6e3', '{"id": "650eb6b8-3039-512c-a540-3c07aa05a6e3", "code": "1600", "description": "Crediteuren", "type": 22, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'gl_accounts', '0b6ffd95-0fa4-5ab7-a1cb-345d69737160', '{"id": "0b6ffd95-0fa4-5ab7-a1cb-345d69737160", "code": "8000", "description": "Omzet zaalverhuur", "type": 110, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'gl_accounts', 'deb2c30c-c533-515f-b11c-2de6fc663616', '{"id": "deb2c30c-c533-515f-b11c-2de6fc663616", "code": "8030", "description": "Omzet oud hoog tarief", "type": 110, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'gl_accounts', 'c7f33ea8-22da-57ab-8955-ded1fc09f6f0', '{"id": "c7f33ea8-22da-57ab-8955-ded1fc09f6f0", "code": "8095", "description": "Omzet zaalverhuur oude locatie", "type": 110, "is_blocked": true, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'gl_accounts', 'e9026246-42cf-5369-a829-d021c9eff04c', '{"id": "e9026246-42cf-5369-a829-d021c9eff04c", "code": "8650", "description": "Omzet projecten", "type": 110, "is_blocked": false, "cost_center_use": "mandatory", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'gl_accounts', 'a45f69ff-13e6-57eb-bac1-ebaf01e3aaf3', '{"id": "a45f69ff-13e6-57eb-bac1-ebaf01e3aaf3", "code": "8010", "description": "Omzet zaalverhuur externe locatie", "type": 90, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'gl_accounts', 'ef7b91c8-91b1-58e9-a353-aa30d192f493', '{"id": "ef7b91c8-91b1-58e9-a353-aa30d192f493", "code": "8020", "description": "Omzet vergaderarrangementen hoog", "type": 110, "is_blocked": true, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'journals', '00e31f1a-93db-56ad-a837-681670afb6b7', '{"id": "00e31f1a-93db-56ad-a837-681670afb6b7", "code": "61", "description": "Inkoopboek evenementen", "type": 22, "is_blocked": false, "currency": "EUR"}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'periods', '2027/4', '{"year": 2027, "period": 4, "start": "2027-04-01", "end": "2027-04-30"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'journals', '2cd1cde3-8551-5399-b0ce-c9a4b853d178', '{"id": "2cd1cde3-8551-5399-b0ce-c9a4b853d178", "code": "60", "description": "Inkoopboek", "type": 22, "is_blocked": false, "currency": "EUR"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'journals', '35115e68-fa64-5af1-8b15-ed421d104482', '{"id": "35115e68-fa64-5af1-8b15-ed421d104482", "code": "73", "description": "Verkoopboek buitenland", "type": 20, "is_blocked": false, "currency": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'journals', '3888a799-18aa-5a8e-94da-af9f43375ae1', '{"id": "3888a799-18aa-5a8e-94da-af9f43375ae1", "code": "75", "description": "Verkoopboek oude locatie", "type": 20, "is_blocked": true, "currency": "EUR"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'journals', '3bba283c-75f9-5fa8-b868-e1426e58dd8e', '{"id": "3bba283c-75f9-5fa8-b868-e1426e58dd8e", "code": "20", "description": "ING", "type": 12, "is_blocked": false, "currency": "EUR"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'journals', '42fe1574-62af-5a2e-9a44-4eb11515b89d', '{"id": "42fe1574-62af-5a2e-9a44-4eb11515b89d", "code": "71", "description": "Verkoopboek evenementen", "type": 20, "is_blocked": false, "currency": "EUR"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'journals', '5dfef255-3250-508d-888f-4c341237cb74', '{"id": "5dfef255-3250-508d-888f-4c341237cb74", "code": "10", "description": "Kasboek kantoor", "type": 10, "is_blocked": false, "currency": "EUR"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'journals', '938b4f4b-e2c3-5a1b-ac8c-9bf37ccb035f', '{"id": "938b4f4b-e2c3-5a1b-ac8c-9bf37ccb035f", "code": "78", "description": "Retourfacturen", "type": 21, "is_blocked": false, "currency": "EUR"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'journals', '97912e04-b22b-5bd3-bc51-b33f6db9c9f4', '{"id": "97912e04-b22b-5bd3-bc51-b33f6db9c9f4", "code": "25", "description": "Mollie", "type": 16, "is_blocked": false, "currency": "EUR"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'journals', 'aacbd6da-3df3-5b5c-aafb-f8d75a574967', '{"id": "aacbd6da-3df3-5b5c-aafb-f8d75a574967", "code": "21", "description": "Rabobank", "type": 12, "is_blocked": false, "currency": "EUR"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'journals', 'b1a3e0b5-331e-5add-86e5-601955b2a044', '{"id": "b1a3e0b5-331e-5add-86e5-601955b2a044", "code": "68", "description": "Ontvangen retourfacturen", "type": 23, "is_blocked": false, "currency": "EUR"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'journals', 'c3aaf004-4288-5591-b783-0b92020b923f', '{"id": "c3aaf004-4288-5591-b783-0b92020b923f", "code": "11", "description": "Kasboek bar en garderobe", "type": 10, "is_blocked": false, "currency": "EUR"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'journals', 'c5f4f62f-459c-5090-aa79-d47a848e72cf', '{"id": "c5f4f62f-459c-5090-aa79-d47a848e72cf", "code": "90", "description": "Memoriaal", "type": 90, "is_blocked": false, "currency": "EUR"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'journals', 'c7bd5d21-d310-55a1-8fc8-34e7c10aab53', '{"id": "c7bd5d21-d310-55a1-8fc8-34e7c10aab53", "code": "74", "description": "Verkoopboek kassa", "type": 20, "is_blocked": false, "currency": "EUR"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'journals', 'd158cccf-d14d-56b0-b4b4-878347758331', '{"id": "d158cccf-d14d-56b0-b4b4-878347758331", "code": "70", "description": "Verkoopboek", "type": 20, "is_blocked": false, "currency": "EUR"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'journals', 'e11639c3-90bf-5bda-820b-5b11f17a60ad', '{"id": "e11639c3-90bf-5bda-820b-5b11f17a60ad", "code": "95", "description": "Beginbalans", "type": 90, "is_blocked": false, "currency": "EUR"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'journals', 'f8112ef1-a112-5e56-93a9-c14ec89bd8db', '{"id": "f8112ef1-a112-5e56-93a9-c14ec89bd8db", "code": "72", "description": "Verkoopboek aanbetalingen", "type": 20, "is_blocked": false, "currency": "EUR"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'journals', 'f8d7152b-fbae-5d82-947e-dc6375450b54', '{"id": "f8d7152b-fbae-5d82-947e-dc6375450b54", "code": "91", "description": "Loonjournaalposten", "type": 90, "is_blocked": false, "currency": "EUR"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'vat_codes', '01170772-ccf5-560f-89c4-aa9b65ba8234', '{"id": "01170772-ccf5-560f-89c4-aa9b65ba8234", "code": "24", "description": "Te vorderen btw laag, inclusief", "type": "I", "transaction_type": "P", "is_blocked": false, "percentages": [{"rate": "9", "start": "2019-01-01", "end": null}, {"rate": "6", "start": "2001-01-01", "end": "2018-12-31"}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'vat_codes', '04a177b1-eeb1-5e4b-a33d-8b7dd5983754', '{"id": "04a177b1-eeb1-5e4b-a33d-8b7dd5983754", "code": "17", "description": "Btw hoog tarief, oude code", "type": "E", "transaction_type": "S", "is_blocked": true, "percentages": [{"rate": "21", "start": "2012-10-01", "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'vat_codes', '2ab92c04-46d9-5f32-b27f-2ed2e6d1ddb5', '{"id": "2ab92c04-46d9-5f32-b27f-2ed2e6d1ddb5", "code": "7", "description": "Levering goederen binnen de EU (ICP)", "type": "B", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "0", "start": null, "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'vat_codes', '2b9b3616-3b03-56a4-af39-cfa5dca2c2d4', '{"id": "2b9b3616-3b03-56a4-af39-cfa5dca2c2d4", "code": "25", "description": "Inkoop btw verlegd binnen Nederland", "type": "E", "transaction_type": "P", "is_blocked": false, "percentages": [{"rate": "21", "start": "2012-10-01", "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'vat_codes', '39ecb483-805b-5b62-b3a1-828deb22dc6c', '{"id": "39ecb483-805b-5b62-b3a1-828deb22dc6c", "code": "19", "description": "Btw hoog tarief 19% (t/m 30-9-2012)", "type": "E", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "19", "start": "2001-01-01", "end": "2012-09-30"}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'vat_codes', '3c2df457-e671-56f7-aa29-f5683774a1de', '{"id": "3c2df457-e671-56f7-aa29-f5683774a1de", "code": "22", "description": "Te vorderen btw laag, exclusief", "type": "E", "transaction_type": "P", "is_blocked": false, "percentages": [{"rate": "6", "start": "2001-01-01", "end": "2018-12-31"}, {"rate": "9", "start": "2019-01-01", "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'vat_codes', '3e08ddf1-cb5b-567c-9e68-63adee5ee181', '{"id": "3e08ddf1-cb5b-567c-9e68-63adee5ee181", "code": "8", "description": "Diensten binnen de EU verlegd (ICP)", "type": "B", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "0", "start": null, "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'vat_codes', '45ec4080-8efe-5573-a8d9-903677cf12b9', '{"id": "45ec4080-8efe-5573-a8d9-903677cf12b9", "code": "28", "description": "Inkoop diensten binnen de EU", "type": "E", "transaction_type": "P", "is_blocked": false, "percentages": [{"rate": "21", "start": "2012-10-01", "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'vat_codes', '5ebc5ce9-64e2-5a2d-9ab5-ea04da106189', '{"id": "5ebc5ce9-64e2-5a2d-9ab5-ea04da106189", "code": "5", "description": "Btw nultarief", "type": "E", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "0", "start": null, "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'vat_codes', '6489cacf-d7af-5e64-8ed0-e139375a615b', '{"id": "6489cacf-d7af-5e64-8ed0-e139375a615b", "code": "1", "description": "Btw laag tarief, exclusief", "type": "E", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "6", "start": "2001-01-01", "end": "2018-12-31"}, {"rate": "9", "start": "2019-01-01", "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'vat_codes', '6fb45d32-6cd3-5453-8672-081b39163076', '{"id": "6fb45d32-6cd3-5453-8672-081b39163076", "code": "2", "description": "Btw hoog tarief, exclusief", "type": "E", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "21", "start": "2012-10-01", "end": null}, {"rate": "19", "start": "2001-01-01", "end": "2012-09-30"}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'vat_codes', '7060c03b-809c-51cd-b35c-3155e15b5e08', '{"id": "7060c03b-809c-51cd-b35c-3155e15b5e08", "code": "6", "description": "Btw verlegd binnen Nederland", "type": "B", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "0", "start": null, "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'vat_codes', '7666abad-6175-5bc9-864b-5469ca91857e', '{"id": "7666abad-6175-5bc9-864b-5469ca91857e", "code": "13", "description": "Margeregeling", "type": "N", "transaction_type": "S", "is_blocked": true, "percentages": [{"rate": "0", "start": null, "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'vat_codes', '7a0dc6ff-55d0-50d7-b668-fdd119505473', '{"id": "7a0dc6ff-55d0-50d7-b668-fdd119505473", "code": "11", "description": "Vereenvoudigde driehoekslevering EU", "type": "B", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "0", "start": null, "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'vat_codes', '87db716a-c0a6-5d65-8295-94c52122d4b2', '{"id": "87db716a-c0a6-5d65-8295-94c52122d4b2", "code": "21", "description": "Te vorderen btw hoog, exclusief", "type": "E", "transaction_type": "P", "is_blocked": false, "percentages": [{"rate": "19", "start": "2001-01-01", "end": "2012-09-30"}, {"rate": "21", "start": "2012-10-01", "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'vat_codes', '88e999ea-0edf-591c-b5d3-bf81567440db', '{"id": "88e999ea-0edf-591c-b5d3-bf81567440db", "code": "4", "description": "Btw hoog tarief, inclusief", "type": "I", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "19", "start": "2001-01-01", "end": "2012-09-30"}, {"rate": "21", "start": "2012-10-01", "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'vat_codes', 'a069cc87-9d71-5158-8e31-0b02bc40d125', '{"id": "a069cc87-9d71-5158-8e31-0b02bc40d125", "code": "3", "description": "Btw laag tarief, inclusief", "type": "I", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "6", "start": "2001-01-01", "end": "2018-12-31"}, {"rate": "9", "start": "2019-01-01", "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'vat_codes', 'a38d77c0-8c69-5ef3-9771-1ec79ed272fd', '{"id": "a38d77c0-8c69-5ef3-9771-1ec79ed272fd", "code": "9", "description": "Uitvoer buiten de EU", "type": "B", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "0", "start": null, "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'vat_codes', 'afe3ce48-fc99-5262-ae8d-f30857a6d094', '{"id": "afe3ce48-fc99-5262-ae8d-f30857a6d094", "code": "0", "description": "Geen btw", "type": "N", "transaction_type": "B", "is_blocked": false, "percentages": [{"rate": "0", "start": null, "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'vat_codes', 'b2c7cc45-f46b-532d-86f3-f392d565e9c8', '{"id": "b2c7cc45-f46b-532d-86f3-f392d565e9c8", "code": "30", "description": "Inkoop niet verrekenbaar", "type": "N", "transaction_type": "P", "is_blocked": false, "percentages": [{"rate": "0", "start": null, "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'vat_codes', 'c274b475-1b7d-5767-ad78-d20cb32f22a3', '{"id": "c274b475-1b7d-5767-ad78-d20cb32f22a3", "code": "10", "description": "Vrijgesteld van btw", "type": "N", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "0", "start": null, "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'vat_codes', 'cdb8d6fe-e219-50a5-83c6-68007a1c9c48', '{"id": "cdb8d6fe-e219-50a5-83c6-68007a1c9c48", "code": "27", "description": "Verwerving goederen binnen de EU laag", "type": "E", "transaction_type": "P", "is_blocked": false, "percentages": [{"rate": "9", "start": "2019-01-01", "end": null}, {"rate": "6", "start": "2001-01-01", "end": "2018-12-31"}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'vat_codes', 'd3692b95-bd02-5cb4-b707-33570bd54a11', '{"id": "d3692b95-bd02-5cb4-b707-33570bd54a11", "code": "23", "description": "Te vorderen btw hoog, inclusief", "type": "I", "transaction_type": "P", "is_blocked": false, "percentages": [{"rate": "21", "start": "2012-10-01", "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'vat_codes', 'ddde02b7-ef95-50d5-a4cd-8a8e1c8008f4', '{"id": "ddde02b7-ef95-50d5-a4cd-8a8e1c8008f4", "code": "29", "description": "Invoer buiten de EU, artikel 23", "type": "E", "transaction_type": "P", "is_blocked": false, "percentages": [{"rate": "21", "start": "2012-10-01", "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'vat_codes', 'e51ab129-3677-5306-93b7-e7d7b2742ace', '{"id": "e51ab129-3677-5306-93b7-e7d7b2742ace", "code": "16", "description": "Btw laag tarief 6% (t/m 2018)", "type": "E", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "6", "start": "2001-01-01", "end": "2018-12-31"}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'vat_codes', 'e552b5c8-44b7-57a1-b663-4236be081de5', '{"id": "e552b5c8-44b7-57a1-b663-4236be081de5", "code": "31", "description": "Te vorderen btw 19% (t/m 30-9-2012)", "type": "E", "transaction_type": "P", "is_blocked": true, "percentages": [{"rate": "19", "start": "2001-01-01", "end": "2012-09-30"}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'vat_codes', 'f033e532-a202-5a72-aaee-9bd7afa9a3a1', '{"id": "f033e532-a202-5a72-aaee-9bd7afa9a3a1", "code": "12", "description": "Btw verlegd onderaanneming, artikel 24b", "type": "B", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "0", "start": null, "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'vat_codes', 'f3b13d4a-31a1-5ade-a4b5-17633de97e21', '{"id": "f3b13d4a-31a1-5ade-a4b5-17633de97e21", "code": "26", "description": "Verwerving goederen binnen de EU hoog", "type": "E", "transaction_type": "P", "is_blocked": false, "percentages": [{"rate": "21", "start": "2012-10-01", "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000001, 'closed_periods', '70/2026/2', '{"journal": "70", "year": 2026, "period": 2}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'payment_conditions', '1835dfde-9744-5e40-86ef-80b67afa6c55', '{"id": "1835dfde-9744-5e40-86ef-80b67afa6c55", "code": "PIN", "description": "Pin aan de balie", "days": 0, "end_of_months": 0, "method": "K"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'payment_conditions', '1942393b-aa8d-50a6-b434-3bfe3935f403', '{"id": "1942393b-aa8d-50a6-b434-3bfe3935f403", "code": "ID", "description": "iDEAL via betaalprovider", "days": 0, "end_of_months": 0, "method": "Q"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'payment_conditions', '2bbbf82e-8afe-5068-b609-85bbd96681f9', '{"id": "2bbbf82e-8afe-5068-b609-85bbd96681f9", "code": "KA", "description": "Contant", "days": 0, "end_of_months": 0, "method": "K"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'payment_conditions', '38de185f-315a-5c13-9041-ce1aca454ece', '{"id": "38de185f-315a-5c13-9041-ce1aca454ece", "code": "EM15", "description": "15 dagen na het einde van de tweede maand", "days": 15, "end_of_months": 2, "method": "B"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'payment_conditions', '4e7a2176-368f-5db8-bdfc-4618898e553b', '{"id": "4e7a2176-368f-5db8-bdfc-4618898e553b", "code": "30", "description": "30 dagen", "days": 30, "end_of_months": 0, "method": "B"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'payment_conditions', '5e59dc6b-6ce2-5b1a-9354-7f18fc9bec22', '{"id": "5e59dc6b-6ce2-5b1a-9354-7f18fc9bec22", "code": "EM", "description": "Einde van de volgende maand", "days": 0, "end_of_months": 1, "method": "B"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'payment_conditions', '64a9b4f9-b86e-574c-aa5e-1436bba2b206', '{"id": "64a9b4f9-b86e-574c-aa5e-1436bba2b206", "code": "7", "description": "7 dagen", "days": 7, "end_of_months": 0, "method": "B"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'payment_conditions', '6aae1d67-eaec-562d-b9f5-07a91d0280ae', '{"id": "6aae1d67-eaec-562d-b9f5-07a91d0280ae", "code": "EM30", "description": "30 dagen na einde volgende maand", "days": 30, "end_of_months": 1, "method": "B"}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'periods', '2027/11', '{"year": 2027, "period": 11, "start": "2027-11-01", "end": "2027-11-30"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'payment_conditions', '6f9180c5-9654-5064-bf79-dacf1c211c09', '{"id": "6f9180c5-9654-5064-bf79-dacf1c211c09", "code": "60K", "description": "60 dagen, 2% korting binnen 8 dagen", "days": 60, "end_of_months": 0, "method": "B"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'payment_conditions', '7c4ea7c4-07c9-5f77-a81d-2d18a6d1b113', '{"id": "7c4ea7c4-07c9-5f77-a81d-2d18a6d1b113", "code": "14", "description": "14 dagen", "days": 14, "end_of_months": 0, "method": "B"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'payment_conditions', '95191871-57e2-5b4b-bdf4-77123f2896c1', '{"id": "95191871-57e2-5b4b-bdf4-77123f2896c1", "code": "IN", "description": "Automatische incasso 14 dagen", "days": 14, "end_of_months": 0, "method": "I"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'payment_conditions', 'a13d2935-dea4-5855-b65b-fae0bc6691aa', '{"id": "a13d2935-dea4-5855-b65b-fae0bc6691aa", "code": "15", "description": "15 dagen", "days": 15, "end_of_months": 0, "method": "B"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'payment_conditions', 'c3868688-6666-5732-93e8-6ad13657569a', '{"id": "c3868688-6666-5732-93e8-6ad13657569a", "code": "60", "description": "60 dagen", "days": 60, "end_of_months": 0, "method": "B"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'payment_conditions', 'cf40c2b7-9867-52b0-9b00-9b083a3890a6', '{"id": "cf40c2b7-9867-52b0-9b00-9b083a3890a6", "code": "0", "description": "Direct te voldoen", "days": 0, "end_of_months": 0, "method": "B"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'payment_conditions', 'e2f39242-167b-5d8e-9ddf-2a3754da49f6', '{"id": "e2f39242-167b-5d8e-9ddf-2a3754da49f6", "code": "21", "description": "21 dagen", "days": 21, "end_of_months": 0, "method": "B"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'payment_conditions', 'eac39093-df6d-5fb5-b6bb-02c607afe10f', '{"id": "eac39093-df6d-5fb5-b6bb-02c607afe10f", "code": "8", "description": "8 dagen", "days": 8, "end_of_months": 0, "method": "B"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'payment_conditions', 'f554b928-e569-5406-88db-0b6d4dc1a22f', '{"id": "f554b928-e569-5406-88db-0b6d4dc1a22f", "code": "45", "description": "45 dagen", "days": 45, "end_of_months": 0, "method": "B"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'periods', '2026/1', '{"year": 2026, "period": 1, "start": "2026-01-01", "end": "2026-01-31"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'periods', '2027/8', '{"year": 2027, "period": 8, "start": "2027-08-01", "end": "2027-08-31"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'periods', '2026/5', '{"year": 2026, "period": 5, "start": "2026-05-01", "end": "2026-05-31"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'periods', '2026/11', '{"year": 2026, "period": 11, "start": "2026-11-01", "end": "2026-11-30"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'periods', '2026/8', '{"year": 2026, "period": 8, "start": "2026-08-01", "end": "2026-08-31"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'periods', '2026/3', '{"year": 2026, "period": 3, "start": "2026-03-01", "end": "2026-03-31"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'periods', '2027/7', '{"year": 2027, "period": 7, "start": "2027-07-01", "end": "2027-07-31"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'periods', '2027/12', '{"year": 2027, "period": 12, "start": "2027-12-01", "end": "2027-12-31"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'periods', '2027/1', '{"year": 2027, "period": 1, "start": "2027-01-01", "end": "2027-01-31"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'periods', '2026/12', '{"year": 2026, "period": 12, "start": "2026-12-01", "end": "2026-12-31"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'periods', '2026/7', '{"year": 2026, "period": 7, "start": "2026-07-01", "end": "2026-07-31"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'periods', '2027/6', '{"year": 2027, "period": 6, "start": "2027-06-01", "end": "2027-06-30"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'periods', '2027/3', '{"year": 2027, "period": 3, "start": "2027-03-01", "end": "2027-03-31"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'periods', '2026/9', '{"year": 2026, "period": 9, "start": "2026-09-01", "end": "2026-09-30"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'periods', '2027/4', '{"year": 2027, "period": 4, "start": "2027-04-01", "end": "2027-04-30"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'periods', '2027/9', '{"year": 2027, "period": 9, "start": "2027-09-01", "end": "2027-09-30"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'periods', '2026/6', '{"year": 2026, "period": 6, "start": "2026-06-01", "end": "2026-06-30"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'periods', '2027/5', '{"year": 2027, "period": 5, "start": "2027-05-01", "end": "2027-05-31"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'periods', '2027/2', '{"year": 2027, "period": 2, "start": "2027-02-01", "end": "2027-02-28"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'periods', '2026/2', '{"year": 2026, "period": 2, "start": "2026-02-01", "end": "2026-02-28"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'periods', '2026/10', '{"year": 2026, "period": 10, "start": "2026-10-01", "end": "2026-10-31"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'periods', '2027/11', '{"year": 2027, "period": 11, "start": "2027-11-01", "end": "2027-11-30"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'periods', '2027/10', '{"year": 2027, "period": 10, "start": "2027-10-01", "end": "2027-10-31"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'periods', '2026/4', '{"year": 2026, "period": 4, "start": "2026-04-01", "end": "2026-04-30"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'gl_accounts', 'c2f5fe11-cec2-587d-8c5c-320988f8c5f2', '{"id": "c2f5fe11-cec2-587d-8c5c-320988f8c5f2", "code": "1000", "description": "Kas kantoor", "type": 10, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'gl_accounts', '320dc4fa-8129-531a-aa84-6003f57c9b69', '{"id": "320dc4fa-8129-531a-aa84-6003f57c9b69", "code": "1005", "description": "Kas bar en garderobe", "type": 10, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'gl_accounts', 'c5ad7d44-6821-59d2-a27b-375aca834966', '{"id": "c5ad7d44-6821-59d2-a27b-375aca834966", "code": "1100", "description": "ING zakelijke rekening", "type": 12, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'gl_accounts', '2e3b80cc-c74a-5fad-af14-1f92d532f072', '{"id": "2e3b80cc-c74a-5fad-af14-1f92d532f072", "code": "1105", "description": "Rabobank zakelijke rekening", "type": 12, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'gl_accounts', '3c778a63-9470-5382-b0f8-64231668990b', '{"id": "3c778a63-9470-5382-b0f8-64231668990b", "code": "1160", "description": "Mollie tussenrekening", "type": 16, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'gl_accounts', 'c1e86ae7-1c1d-5d96-8b8f-72253342c7fb', '{"id": "c1e86ae7-1c1d-5d96-8b8f-72253342c7fb", "code": "1300", "description": "Debiteuren", "type": 20, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'gl_accounts', '986e2ba5-b96c-561a-852e-5153a5475f6a', '{"id": "986e2ba5-b96c-561a-852e-5153a5475f6a", "code": "1310", "description": "Debiteuren aanbetalingen", "type": 20, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'gl_accounts', '6cbc220a-02d8-5c03-a968-6d076e52a953', '{"id": "6cbc220a-02d8-5c03-a968-6d076e52a953", "code": "1500", "description": "Af te dragen BTW hoog tarief", "type": 24, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'gl_accounts', '9ae4d89e-4da7-5ba0-b727-1cdb754f74d3', '{"id": "9ae4d89e-4da7-5ba0-b727-1cdb754f74d3", "code": "1501", "description": "Af te dragen BTW laag tarief", "type": 24, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'gl_accounts', '7f390dea-bc6d-5fa7-87ab-8b3749c3c4b1', '{"id": "7f390dea-bc6d-5fa7-87ab-8b3749c3c4b1", "code": "1502", "description": "Af te dragen BTW verlegd", "type": 24, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'gl_accounts', '34a66933-2413-5e32-be1a-d8411723b306', '{"id": "34a66933-2413-5e32-be1a-d8411723b306", "code": "1503", "description": "Af te dragen BTW overige tarieven", "type": 24, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'gl_accounts', 'ff36920e-e3a0-5b68-8c5e-6736e438c7f2', '{"id": "ff36920e-e3a0-5b68-8c5e-6736e438c7f2", "code": "1510", "description": "Te vorderen BTW hoog tarief", "type": 24, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'gl_accounts', '05571281-5605-56a7-99aa-a60ef1f48517', '{"id": "05571281-5605-56a7-99aa-a60ef1f48517", "code": "1511", "description": "Te vorderen BTW laag tarief", "type": 24, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'gl_accounts', '9b87645d-dc8d-59d6-be71-07c642aeb1fa', '{"id": "9b87645d-dc8d-59d6-be71-07c642aeb1fa", "code": "1512", "description": "Te vorderen BTW verlegd", "type": 24, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'gl_accounts', '2f2c6baa-a27c-5781-b7bc-be360fb89888', '{"id": "2f2c6baa-a27c-5781-b7bc-be360fb89888", "code": "1513", "description": "Te vorderen BTW EU", "type": 24, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'gl_accounts', '0db9b27e-e52f-5bb2-994d-a6f0618449d6', '{"id": "0db9b27e-e52f-5bb2-994d-a6f0618449d6", "code": "1600", "description": "Crediteuren", "type": 22, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'gl_accounts', 'e51f6c76-c1f6-5877-a949-41bd9a1625dc', '{"id": "e51f6c76-c1f6-5877-a949-41bd9a1625dc", "code": "8000", "description": "Omzet zaalverhuur", "type": 110, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'gl_accounts', 'af547683-974e-55ca-9a75-c85e75df34ad', '{"id": "af547683-974e-55ca-9a75-c85e75df34ad", "code": "8010", "description": "Omzet zaalverhuur externe locatie", "type": 110, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'gl_accounts', 'a192ed2f-e199-56f9-adca-8cb177d22cfd', '{"id": "a192ed2f-e199-56f9-adca-8cb177d22cfd", "code": "8020", "description": "Omzet vergaderarrangementen hoog", "type": 110, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'gl_accounts', '727fbc09-b86f-5a71-bfcd-8318db0e1558', '{"id": "727fbc09-b86f-5a71-bfcd-8318db0e1558", "code": "8030", "description": "Omzet oud hoog tarief", "type": 110, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'gl_accounts', 'e7f3f81d-e0ab-5703-a22b-286b4b28a2cb', '{"id": "e7f3f81d-e0ab-5703-a22b-286b4b28a2cb", "code": "8095", "description": "Omzet zaalverhuur oude locatie", "type": 110, "is_blocked": true, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'gl_accounts', 'e6e4270d-384c-5f0e-832e-6b4c03ac824c', '{"id": "e6e4270d-384c-5f0e-832e-6b4c03ac824c", "code": "8650", "description": "Omzet projecten", "type": 110, "is_blocked": false, "cost_center_use": "mandatory", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'journals', '05f29301-b143-58fb-9761-53218352d550', '{"id": "05f29301-b143-58fb-9761-53218352d550", "code": "78", "description": "Retourfacturen", "type": 21, "is_blocked": false, "currency": "EUR"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'journals', '243a8a30-7ef6-5cbd-97f5-59001190fae9', '{"id": "243a8a30-7ef6-5cbd-97f5-59001190fae9", "code": "72", "description": "Verkoopboek aanbetalingen", "type": 20, "is_blocked": false, "currency": "EUR"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'journals', '2a9c9759-bc14-54fc-8af7-a6abeed0fbea', '{"id": "2a9c9759-bc14-54fc-8af7-a6abeed0fbea", "code": "75", "description": "Verkoopboek oude locatie", "type": 20, "is_blocked": true, "currency": "EUR"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'journals', '2ea555d3-b9ff-542b-ac80-693aced7f856', '{"id": "2ea555d3-b9ff-542b-ac80-693aced7f856", "code": "68", "description": "Ontvangen retourfacturen", "type": 23, "is_blocked": false, "currency": "EUR"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'journals', '2f8cf96f-0110-5cf9-bedc-56a87d83366a', '{"id": "2f8cf96f-0110-5cf9-bedc-56a87d83366a", "code": "60", "description": "Inkoopboek", "type": 22, "is_blocked": false, "currency": "EUR"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'journals', '3544325b-0ccf-5ebe-8374-4469e1f3ec48', '{"id": "3544325b-0ccf-5ebe-8374-4469e1f3ec48", "code": "91", "description": "Loonjournaalposten", "type": 90, "is_blocked": false, "currency": "EUR"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'journals', '4019f308-f1a0-534d-b982-0241751997a8', '{"id": "4019f308-f1a0-534d-b982-0241751997a8", "code": "71", "description": "Verkoopboek evenementen", "type": 20, "is_blocked": false, "currency": "EUR"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'journals', '4a2ddb1b-6e03-53ac-b3f6-dcd5f3807c52', '{"id": "4a2ddb1b-6e03-53ac-b3f6-dcd5f3807c52", "code": "11", "description": "Kasboek bar en garderobe", "type": 10, "is_blocked": false, "currency": "EUR"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'journals', '647de0c3-0211-52fd-a5f3-d757aae37a5e', '{"id": "647de0c3-0211-52fd-a5f3-d757aae37a5e", "code": "25", "description": "Mollie", "type": 16, "is_blocked": false, "currency": "EUR"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'journals', '7f741955-f11c-50d7-bfbf-90516793dea6', '{"id": "7f741955-f11c-50d7-bfbf-90516793dea6", "code": "90", "description": "Memoriaal", "type": 90, "is_blocked": false, "currency": "EUR"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'journals', '821f6970-c01e-5aef-9b23-2b8c9cd65bdf', '{"id": "821f6970-c01e-5aef-9b23-2b8c9cd65bdf", "code": "73", "description": "Verkoopboek buitenland", "type": 20, "is_blocked": false, "currency": null}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'journals', '83732738-f3f0-55e7-9c0f-8e530a961107', '{"id": "83732738-f3f0-55e7-9c0f-8e530a961107", "code": "10", "description": "Kasboek kantoor", "type": 10, "is_blocked": false, "currency": "EUR"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'journals', '8953c3f5-0278-5c89-8db0-51f18e2c8fe2', '{"id": "8953c3f5-0278-5c89-8db0-51f18e2c8fe2", "code": "21", "description": "Rabobank", "type": 12, "is_blocked": false, "currency": "EUR"}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'periods', '2027/1', '{"year": 2027, "period": 1, "start": "2027-01-01", "end": "2027-01-31"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'journals', 'b93f5b3f-5dc1-59f7-ab32-65b1b2fec7d3', '{"id": "b93f5b3f-5dc1-59f7-ab32-65b1b2fec7d3", "code": "20", "description": "ING", "type": 12, "is_blocked": false, "currency": "EUR"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'journals', 'c407aece-5911-58cb-80cb-3ae92c66559e', '{"id": "c407aece-5911-58cb-80cb-3ae92c66559e", "code": "95", "description": "Beginbalans", "type": 90, "is_blocked": false, "currency": "EUR"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'journals', 'e7155b40-1706-5fbf-9643-cd5a9d03fb09', '{"id": "e7155b40-1706-5fbf-9643-cd5a9d03fb09", "code": "70", "description": "Verkoopboek", "type": 20, "is_blocked": false, "currency": "EUR"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'journals', 'e89d7862-e30e-5592-ae40-f53b5454917e', '{"id": "e89d7862-e30e-5592-ae40-f53b5454917e", "code": "61", "description": "Inkoopboek evenementen", "type": 22, "is_blocked": false, "currency": "EUR"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'journals', 'f1d8590d-6742-52c4-8edd-35a32a7cc18d', '{"id": "f1d8590d-6742-52c4-8edd-35a32a7cc18d", "code": "74", "description": "Verkoopboek kassa", "type": 20, "is_blocked": false, "currency": "EUR"}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'vat_codes', '08702d55-19a7-5a56-9e21-a4a80c12c9f5', '{"id": "08702d55-19a7-5a56-9e21-a4a80c12c9f5", "code": "12", "description": "Btw verlegd onderaanneming, artikel 24b", "type": "B", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "0", "start": null, "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'vat_codes', '0ee1d571-27f2-5fac-b08f-58076ed565cd', '{"id": "0ee1d571-27f2-5fac-b08f-58076ed565cd", "code": "22", "description": "Te vorderen btw laag, exclusief", "type": "E", "transaction_type": "P", "is_blocked": false, "percentages": [{"rate": "6", "start": "2001-01-01", "end": "2018-12-31"}, {"rate": "9", "start": "2019-01-01", "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'vat_codes', '212a180d-4e37-57f7-9cea-d84d3c163802', '{"id": "212a180d-4e37-57f7-9cea-d84d3c163802", "code": "5", "description": "Btw nultarief", "type": "E", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "0", "start": null, "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'vat_codes', '258a4452-55c0-54ec-afa9-1f770d1f28b4', '{"id": "258a4452-55c0-54ec-afa9-1f770d1f28b4", "code": "19", "description": "Btw hoog tarief 19% (t/m 30-9-2012)", "type": "E", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "19", "start": "2001-01-01", "end": "2012-09-30"}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'vat_codes', '2a7c9ca5-aa8e-5670-a764-96d94988f390', '{"id": "2a7c9ca5-aa8e-5670-a764-96d94988f390", "code": "1", "description": "Btw laag tarief, exclusief", "type": "E", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "9", "start": "2019-01-01", "end": null}, {"rate": "6", "start": "2001-01-01", "end": "2018-12-31"}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'vat_codes', '3057b5a9-d09c-5c09-8415-17144707b37e', '{"id": "3057b5a9-d09c-5c09-8415-17144707b37e", "code": "7", "description": "Levering goederen binnen de EU (ICP)", "type": "B", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "0", "start": null, "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'vat_codes', '334484c0-515c-52ec-a851-614ad72efa77', '{"id": "334484c0-515c-52ec-a851-614ad72efa77", "code": "26", "description": "Verwerving goederen binnen de EU hoog", "type": "E", "transaction_type": "P", "is_blocked": false, "percentages": [{"rate": "21", "start": "2012-10-01", "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'vat_codes', '372c8b11-344b-5195-b8fc-2ccdc03a26c8', '{"id": "372c8b11-344b-5195-b8fc-2ccdc03a26c8", "code": "0", "description": "Geen btw", "type": "N", "transaction_type": "B", "is_blocked": false, "percentages": [{"rate": "0", "start": null, "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'vat_codes', '3921b3ea-17d3-5bf0-9534-0cd4ff4351de', '{"id": "3921b3ea-17d3-5bf0-9534-0cd4ff4351de", "code": "24", "description": "Te vorderen btw laag, inclusief", "type": "I", "transaction_type": "P", "is_blocked": false, "percentages": [{"rate": "6", "start": "2001-01-01", "end": "2018-12-31"}, {"rate": "9", "start": "2019-01-01", "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'vat_codes', '478d1c37-6c5b-559b-80d1-a644885cdd38', '{"id": "478d1c37-6c5b-559b-80d1-a644885cdd38", "code": "25", "description": "Inkoop btw verlegd binnen Nederland", "type": "E", "transaction_type": "P", "is_blocked": false, "percentages": [{"rate": "21", "start": "2012-10-01", "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'vat_codes', '54a48b97-a913-5103-b6c3-94ce78351a97', '{"id": "54a48b97-a913-5103-b6c3-94ce78351a97", "code": "16", "description": "Btw laag tarief 6% (t/m 2018)", "type": "E", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "6", "start": "2001-01-01", "end": "2018-12-31"}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'vat_codes', '5a70efde-5994-54ab-ab05-cace800b4b84', '{"id": "5a70efde-5994-54ab-ab05-cace800b4b84", "code": "29", "description": "Invoer buiten de EU, artikel 23", "type": "E", "transaction_type": "P", "is_blocked": false, "percentages": [{"rate": "21", "start": "2012-10-01", "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'vat_codes', '5a789008-c2f1-5c2e-bd98-b04cf341a49e', '{"id": "5a789008-c2f1-5c2e-bd98-b04cf341a49e", "code": "11", "description": "Vereenvoudigde driehoekslevering EU", "type": "B", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "0", "start": null, "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'vat_codes', '8d30dacc-c4e9-5ae5-a315-7516cfe1eebf', '{"id": "8d30dacc-c4e9-5ae5-a315-7516cfe1eebf", "code": "10", "description": "Vrijgesteld van btw", "type": "N", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "0", "start": null, "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'vat_codes', '95d6c9a2-de07-592e-86df-dec9b541c70a', '{"id": "95d6c9a2-de07-592e-86df-dec9b541c70a", "code": "6", "description": "Btw verlegd binnen Nederland", "type": "B", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "0", "start": null, "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'vat_codes', '98f83f30-2faa-5324-bc6f-62a282efd483', '{"id": "98f83f30-2faa-5324-bc6f-62a282efd483", "code": "31", "description": "Te vorderen btw 19% (t/m 30-9-2012)", "type": "E", "transaction_type": "P", "is_blocked": true, "percentages": [{"rate": "19", "start": "2001-01-01", "end": "2012-09-30"}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'vat_codes', '99fe0162-47e9-58fb-9628-a7b4a92d773a', '{"id": "99fe0162-47e9-58fb-9628-a7b4a92d773a", "code": "9", "description": "Uitvoer buiten de EU", "type": "B", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "0", "start": null, "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'vat_codes', 'b244104a-1670-573e-baf3-ec9fae89a737', '{"id": "b244104a-1670-573e-baf3-ec9fae89a737", "code": "8", "description": "Diensten binnen de EU verlegd (ICP)", "type": "B", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "0", "start": null, "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'vat_codes', 'b6c11637-f673-5928-8b8b-f18f619d4686', '{"id": "b6c11637-f673-5928-8b8b-f18f619d4686", "code": "3", "description": "Btw laag tarief, inclusief", "type": "I", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "6", "start": "2001-01-01", "end": "2018-12-31"}, {"rate": "9", "start": "2019-01-01", "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'vat_codes', 'be4b9e94-3991-5340-a67c-4c57a500da17', '{"id": "be4b9e94-3991-5340-a67c-4c57a500da17", "code": "13", "description": "Margeregeling", "type": "N", "transaction_type": "S", "is_blocked": true, "percentages": [{"rate": "0", "start": null, "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'vat_codes', 'c3bb572e-47ee-5e94-8c66-4c1058be384c', '{"id": "c3bb572e-47ee-5e94-8c66-4c1058be384c", "code": "27", "description": "Verwerving goederen binnen de EU laag", "type": "E", "transaction_type": "P", "is_blocked": false, "percentages": [{"rate": "9", "start": "2019-01-01", "end": null}, {"rate": "6", "start": "2001-01-01", "end": "2018-12-31"}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'vat_codes', 'c4643b0c-ba2b-5bdd-af5f-f4e108d3f941', '{"id": "c4643b0c-ba2b-5bdd-af5f-f4e108d3f941", "code": "2", "description": "Btw hoog tarief, exclusief", "type": "E", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "21", "start": "2012-10-01", "end": null}, {"rate": "19", "start": "2001-01-01", "end": "2012-09-30"}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'vat_codes', 'c55811db-504f-536c-a7e2-7e00997f8166', '{"id": "c55811db-504f-536c-a7e2-7e00997f8166", "code": "21", "description": "Te vorderen btw hoog, exclusief", "type": "E", "transaction_type": "P", "is_blocked": false, "percentages": [{"rate": "21", "start": "2012-10-01", "end": null}, {"rate": "19", "start": "2001-01-01", "end": "2012-09-30"}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'vat_codes', 'd50f7c75-e080-52a5-bea5-3ff46e15f027', '{"id": "d50f7c75-e080-52a5-bea5-3ff46e15f027", "code": "23", "description": "Te vorderen btw hoog, inclusief", "type": "I", "transaction_type": "P", "is_blocked": false, "percentages": [{"rate": "21", "start": "2012-10-01", "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'vat_codes', 'eb4e1f55-5a0a-5c0b-b842-440aad467c4e', '{"id": "eb4e1f55-5a0a-5c0b-b842-440aad467c4e", "code": "4", "description": "Btw hoog tarief, inclusief", "type": "I", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "21", "start": "2012-10-01", "end": null}, {"rate": "19", "start": "2001-01-01", "end": "2012-09-30"}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'vat_codes', 'f0ad733c-b1a5-5c24-b4d8-ba9b464ac84d', '{"id": "f0ad733c-b1a5-5c24-b4d8-ba9b464ac84d", "code": "17", "description": "Btw hoog tarief, oude code", "type": "E", "transaction_type": "S", "is_blocked": true, "percentages": [{"rate": "21", "start": "2012-10-01", "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'vat_codes', 'fd7e0db4-eb24-59be-a965-4bf0bdb8968d', '{"id": "fd7e0db4-eb24-59be-a965-4bf0bdb8968d", "code": "28", "description": "Inkoop diensten binnen de EU", "type": "E", "transaction_type": "P", "is_blocked": false, "percentages": [{"rate": "21", "start": "2012-10-01", "end": null}]}');
INSERT INTO public.exact_reference VALUES ('NL', 1000002, 'vat_codes', 'feb20879-ced2-5138-b90f-ecdcb57595b0', '{"id": "feb20879-ced2-5138-b90f-ecdcb57595b0", "code": "30", "description": "Inkoop niet verrekenbaar", "type": "N", "transaction_type": "P", "is_blocked": false, "percentages": [{"rate": "0", "start": null, "end": null}]}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'payment_conditions', '175a53e2-064f-57b6-9cad-f0a6e914f081', '{"id": "175a53e2-064f-57b6-9cad-f0a6e914f081", "code": "15", "description": "15 jours", "days": 15, "end_of_months": 0, "method": "B"}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'payment_conditions', '1b1b74b8-6910-55f0-9036-1776300ee4d1', '{"id": "1b1b74b8-6910-55f0-9036-1776300ee4d1", "code": "0", "description": "Comptant", "days": 0, "end_of_months": 0, "method": "B"}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'payment_conditions', '2fc797ae-1235-5969-bff9-95d7cd1fe1d7', '{"id": "2fc797ae-1235-5969-bff9-95d7cd1fe1d7", "code": "60", "description": "60 jours", "days": 60, "end_of_months": 0, "method": "B"}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'payment_conditions', '7612c656-fc76-5f03-85f1-d110397e6e2c', '{"id": "7612c656-fc76-5f03-85f1-d110397e6e2c", "code": "30F", "description": "30 jours apr\u00e8s la fin du mois prochain", "days": 30, "end_of_months": 1, "method": "B"}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'payment_conditions', 'aa7a71c0-7288-54ab-aeaf-5892091b5f5b', '{"id": "aa7a71c0-7288-54ab-aeaf-5892091b5f5b", "code": "DOM", "description": "Domiciliation", "days": 14, "end_of_months": 0, "method": "I"}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'payment_conditions', 'b5237971-4029-53e1-97ea-c31d654756c5', '{"id": "b5237971-4029-53e1-97ea-c31d654756c5", "code": "ESP", "description": "Esp\u00e8ces", "days": 0, "end_of_months": 0, "method": "K"}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'payment_conditions', 'b93c8434-9c85-59ca-8598-52b62d8d5c07', '{"id": "b93c8434-9c85-59ca-8598-52b62d8d5c07", "code": "30", "description": "30 jours", "days": 30, "end_of_months": 0, "method": "B"}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'payment_conditions', 'c043a1b1-6871-5eff-b364-d84767426d43', '{"id": "c043a1b1-6871-5eff-b364-d84767426d43", "code": "8", "description": "8 jours", "days": 8, "end_of_months": 0, "method": "B"}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'payment_conditions', 'c1628379-bde1-51cd-b0c9-219340cc90df', '{"id": "c1628379-bde1-51cd-b0c9-219340cc90df", "code": "FM", "description": "Fin du mois prochain", "days": 0, "end_of_months": 1, "method": "B"}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'payment_conditions', 'dd1d5117-912f-547d-ba87-8653bbb771c4', '{"id": "dd1d5117-912f-547d-ba87-8653bbb771c4", "code": "BC", "description": "Bancontact en ligne", "days": 0, "end_of_months": 0, "method": "Q"}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'payment_conditions', 'e8568b92-107d-5edf-a8e1-2564a1bdff6d', '{"id": "e8568b92-107d-5edf-a8e1-2564a1bdff6d", "code": "14", "description": "14 jours", "days": 14, "end_of_months": 0, "method": "B"}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'periods', '2027/9', '{"year": 2027, "period": 9, "start": "2027-09-01", "end": "2027-09-30"}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'periods', '2027/6', '{"year": 2027, "period": 6, "start": "2027-06-01", "end": "2027-06-30"}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'periods', '2027/7', '{"year": 2027, "period": 7, "start": "2027-07-01", "end": "2027-07-31"}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'periods', '2026/6', '{"year": 2026, "period": 6, "start": "2026-06-01", "end": "2026-06-30"}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'periods', '2027/3', '{"year": 2027, "period": 3, "start": "2027-03-01", "end": "2027-03-31"}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'periods', '2026/2', '{"year": 2026, "period": 2, "start": "2026-02-01", "end": "2026-02-28"}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'periods', '2026/1', '{"year": 2026, "period": 1, "start": "2026-01-01", "end": "2026-01-31"}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'periods', '2027/10', '{"year": 2027, "period": 10, "start": "2027-10-01", "end": "2027-10-31"}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'periods', '2026/3', '{"year": 2026, "period": 3, "start": "2026-03-01", "end": "2026-03-31"}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'periods', '2027/5', '{"year": 2027, "period": 5, "start": "2027-05-01", "end": "2027-05-31"}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'periods', '2026/10', '{"year": 2026, "period": 10, "start": "2026-10-01", "end": "2026-10-31"}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'periods', '2026/12', '{"year": 2026, "period": 12, "start": "2026-12-01", "end": "2026-12-31"}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'periods', '2027/12', '{"year": 2027, "period": 12, "start": "2027-12-01", "end": "2027-12-31"}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'periods', '2026/8', '{"year": 2026, "period": 8, "start": "2026-08-01", "end": "2026-08-31"}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'periods', '2026/4', '{"year": 2026, "period": 4, "start": "2026-04-01", "end": "2026-04-30"}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'periods', '2026/9', '{"year": 2026, "period": 9, "start": "2026-09-01", "end": "2026-09-30"}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'periods', '2027/2', '{"year": 2027, "period": 2, "start": "2027-02-01", "end": "2027-02-28"}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'periods', '2026/5', '{"year": 2026, "period": 5, "start": "2026-05-01", "end": "2026-05-31"}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'periods', '2026/11', '{"year": 2026, "period": 11, "start": "2026-11-01", "end": "2026-11-30"}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'periods', '2027/8', '{"year": 2027, "period": 8, "start": "2027-08-01", "end": "2027-08-31"}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'periods', '2026/7', '{"year": 2026, "period": 7, "start": "2026-07-01", "end": "2026-07-31"}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'gl_accounts', '250c23f6-f4b8-5f01-a980-28fbf67c841f', '{"id": "250c23f6-f4b8-5f01-a980-28fbf67c841f", "code": "400000", "description": "Clients", "type": 20, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'gl_accounts', 'b1f773f5-df51-5fb5-8cc9-c4d51d35f386', '{"id": "b1f773f5-df51-5fb5-8cc9-c4d51d35f386", "code": "400100", "description": "Clients acomptes", "type": 20, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'gl_accounts', 'b63222e4-ac66-529b-821e-9beb9bcdc796', '{"id": "b63222e4-ac66-529b-821e-9beb9bcdc796", "code": "411000", "description": "TVA \u00e0 r\u00e9cup\u00e9rer", "type": 24, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'gl_accounts', '4e89cfa5-c389-593f-8b9e-5bd47547607d', '{"id": "4e89cfa5-c389-593f-8b9e-5bd47547607d", "code": "411100", "description": "TVA \u00e0 r\u00e9cup\u00e9rer cocontractant", "type": 24, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'gl_accounts', 'd04f2852-c80b-5f3c-b630-31531a490aea', '{"id": "d04f2852-c80b-5f3c-b630-31531a490aea", "code": "440000", "description": "Fournisseurs", "type": 22, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'gl_accounts', '2aaa81fe-8e9c-582f-9d57-81aeb2f27cfe', '{"id": "2aaa81fe-8e9c-582f-9d57-81aeb2f27cfe", "code": "451000", "description": "TVA \u00e0 payer", "type": 24, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'gl_accounts', 'e55f1c15-79b9-5b2a-9445-4cbe58c8a63e', '{"id": "e55f1c15-79b9-5b2a-9445-4cbe58c8a63e", "code": "451100", "description": "TVA \u00e0 payer cocontractant", "type": 24, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'gl_accounts', '1e364777-ed38-5165-9d17-67c213e30c6e', '{"id": "1e364777-ed38-5165-9d17-67c213e30c6e", "code": "550000", "description": "BNP Paribas Fortis", "type": 12, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'gl_accounts', '1558624c-21fa-5f8d-9d36-2ca9cebd1c7c', '{"id": "1558624c-21fa-5f8d-9d36-2ca9cebd1c7c", "code": "551000", "description": "KBC", "type": 12, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'gl_accounts', 'e3fd400d-363c-551c-a4a0-74cfbf963f05', '{"id": "e3fd400d-363c-551c-a4a0-74cfbf963f05", "code": "556000", "description": "Terminal de paiement", "type": 16, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'gl_accounts', 'c546a2f0-daa6-5a4f-981b-f32f51e4aff5', '{"id": "c546a2f0-daa6-5a4f-981b-f32f51e4aff5", "code": "570000", "description": "Caisse", "type": 10, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'gl_accounts', 'c2969dca-ab61-51f3-9dc1-cdbf622f63bf', '{"id": "c2969dca-ab61-51f3-9dc1-cdbf622f63bf", "code": "700000", "description": "Location de salles", "type": 110, "is_blocked": false, "cost_center_use": "optional", "cost_unit_use": "optional", "cost_center": null, "cost_unit": null}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'journals', '1937c3f2-e292-5ee0-9a04-928b259dfa12', '{"id": "1937c3f2-e292-5ee0-9a04-928b259dfa12", "code": "551", "description": "KBC", "type": 12, "is_blocked": false, "currency": "EUR"}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'journals', '2c8f2e8d-6635-5667-b35b-4b8df0b78caf', '{"id": "2c8f2e8d-6635-5667-b35b-4b8df0b78caf", "code": "710", "description": "Notes de retour", "type": 21, "is_blocked": false, "currency": "EUR"}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'journals', '7ca1ec30-f3db-5ac1-be66-95ae8c186730', '{"id": "7ca1ec30-f3db-5ac1-be66-95ae8c186730", "code": "550", "description": "BNP Paribas Fortis", "type": 12, "is_blocked": false, "currency": "EUR"}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'journals', '8b5c68de-a39c-5f3c-87f5-2bce7935b7ed', '{"id": "8b5c68de-a39c-5f3c-87f5-2bce7935b7ed", "code": "702", "description": "Acomptes", "type": 20, "is_blocked": false, "currency": "EUR"}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'journals', '8ce5d579-89a1-52b4-a810-caf7fff33400', '{"id": "8ce5d579-89a1-52b4-a810-caf7fff33400", "code": "701", "description": "Ventes \u00e9v\u00e9nements", "type": 20, "is_blocked": false, "currency": "EUR"}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'journals', '9c9b5f77-2a2e-5fdb-95ae-585160378809', '{"id": "9c9b5f77-2a2e-5fdb-95ae-585160378809", "code": "700", "description": "Ventes", "type": 20, "is_blocked": false, "currency": "EUR"}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'journals', 'a761bad5-c161-5672-8cd0-95d0d6cc1951', '{"id": "a761bad5-c161-5672-8cd0-95d0d6cc1951", "code": "900", "description": "Op\u00e9rations diverses", "type": 90, "is_blocked": false, "currency": "EUR"}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'journals', 'b269d4a8-4a28-5ccd-b894-99368b7136db', '{"id": "b269d4a8-4a28-5ccd-b894-99368b7136db", "code": "600", "description": "Achats", "type": 22, "is_blocked": false, "currency": "EUR"}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'journals', 'baf9aaf9-127d-508f-8927-4cfc0bc6e4fb', '{"id": "baf9aaf9-127d-508f-8927-4cfc0bc6e4fb", "code": "570", "description": "Caisse", "type": 10, "is_blocked": false, "currency": "EUR"}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'journals', 'c1766f48-4cb2-5892-b682-c4f3118c3ad7', '{"id": "c1766f48-4cb2-5892-b682-c4f3118c3ad7", "code": "556", "description": "Terminal de paiement", "type": 16, "is_blocked": false, "currency": "EUR"}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'journals', 'c9af8ddd-b73a-590f-a484-f889383d645d', '{"id": "c9af8ddd-b73a-590f-a484-f889383d645d", "code": "709", "description": "Ventes ancien site", "type": 20, "is_blocked": true, "currency": "EUR"}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'vat_codes', '020730b6-156d-573f-ab8f-8b953ea9791a', '{"id": "020730b6-156d-573f-ab8f-8b953ea9791a", "code": "P6", "description": "Services intracommunautaires re\u00e7us", "type": "E", "transaction_type": "P", "is_blocked": false, "percentages": [{"rate": "21", "start": "1996-01-01", "end": null}]}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'vat_codes', '05922d8d-624d-53a3-8cdf-1a7810a83f52', '{"id": "05922d8d-624d-53a3-8cdf-1a7810a83f52", "code": "10", "description": "Exon\u00e9r\u00e9 article 44", "type": "N", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "0", "start": null, "end": null}]}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'vat_codes', '154e750f-3cf8-5a65-93ef-9534027ec7de', '{"id": "154e750f-3cf8-5a65-93ef-9534027ec7de", "code": "P4", "description": "Achats cocontractant", "type": "E", "transaction_type": "P", "is_blocked": false, "percentages": [{"rate": "21", "start": "1996-01-01", "end": null}]}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'vat_codes', '206c1cec-221f-576c-9b9a-b5a85f1740d2', '{"id": "206c1cec-221f-576c-9b9a-b5a85f1740d2", "code": "19", "description": "Ancien code 21 %", "type": "E", "transaction_type": "S", "is_blocked": true, "percentages": [{"rate": "21", "start": "1996-01-01", "end": null}]}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'vat_codes', '5219da94-80af-560b-84be-d8b4372660cf', '{"id": "5219da94-80af-560b-84be-d8b4372660cf", "code": "0", "description": "TVA 0 %", "type": "E", "transaction_type": "B", "is_blocked": false, "percentages": [{"rate": "0", "start": null, "end": null}]}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'vat_codes', '6d3d4945-e0db-5a28-960a-45a77a41d027', '{"id": "6d3d4945-e0db-5a28-960a-45a77a41d027", "code": "3", "description": "TVA 21 % hors TVA", "type": "E", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "21", "start": "1996-01-01", "end": null}]}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'vat_codes', '6d823c74-9401-5a06-a557-109f5293f404', '{"id": "6d823c74-9401-5a06-a557-109f5293f404", "code": "P3", "description": "Achats TVA 21 %", "type": "E", "transaction_type": "P", "is_blocked": false, "percentages": [{"rate": "21", "start": "1996-01-01", "end": null}]}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'vat_codes', '7a186b1e-f37e-5309-ba56-004240a1192e', '{"id": "7a186b1e-f37e-5309-ba56-004240a1192e", "code": "P2", "description": "Achats TVA 12 %", "type": "E", "transaction_type": "P", "is_blocked": false, "percentages": [{"rate": "12", "start": "1996-01-01", "end": null}]}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'vat_codes', '7c433af5-fa3a-59ed-bd1d-01003b1872c6', '{"id": "7c433af5-fa3a-59ed-bd1d-01003b1872c6", "code": "P7", "description": "Importation", "type": "E", "transaction_type": "P", "is_blocked": false, "percentages": [{"rate": "21", "start": "1996-01-01", "end": null}]}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'vat_codes', '7fd2cffc-8e0c-5b0d-bf11-32e5984d7811', '{"id": "7fd2cffc-8e0c-5b0d-bf11-32e5984d7811", "code": "6", "description": "Services intracommunautaires", "type": "B", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "0", "start": null, "end": null}]}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'vat_codes', '8daf9f88-93eb-5352-8756-491fe88f2d7a', '{"id": "8daf9f88-93eb-5352-8756-491fe88f2d7a", "code": "1", "description": "TVA 6 % hors TVA", "type": "E", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "6", "start": "1996-01-01", "end": null}]}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'vat_codes', '9a43aec6-089e-5ab8-92b3-3e4bf8fe760b', '{"id": "9a43aec6-089e-5ab8-92b3-3e4bf8fe760b", "code": "11", "description": "TVA 12 % TVA comprise", "type": "I", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "12", "start": "1996-01-01", "end": null}]}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'vat_codes', 'a535b1f8-acfa-5979-b706-12e6ea01b36a', '{"id": "a535b1f8-acfa-5979-b706-12e6ea01b36a", "code": "5", "description": "Livraison intracommunautaire de biens", "type": "B", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "0", "start": null, "end": null}]}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'vat_codes', 'a9fa9c95-26b2-58cb-818d-eee090b2c53b', '{"id": "a9fa9c95-26b2-58cb-818d-eee090b2c53b", "code": "2", "description": "TVA 12 % hors TVA", "type": "E", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "12", "start": "1996-01-01", "end": null}]}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'vat_codes', 'c220e076-90ea-5880-8b6e-92667767490d', '{"id": "c220e076-90ea-5880-8b6e-92667767490d", "code": "P1", "description": "Achats TVA 6 %", "type": "E", "transaction_type": "P", "is_blocked": false, "percentages": [{"rate": "6", "start": "1996-01-01", "end": null}]}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'vat_codes', 'cf5eb78d-e7fa-5caa-a626-856ac3cd993d', '{"id": "cf5eb78d-e7fa-5caa-a626-856ac3cd993d", "code": "8", "description": "TVA 6 % TVA comprise", "type": "I", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "6", "start": "1996-01-01", "end": null}]}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'vat_codes', 'd1132aca-680d-5668-8006-7e6337bfc7c5', '{"id": "d1132aca-680d-5668-8006-7e6337bfc7c5", "code": "7", "description": "Exportation hors UE", "type": "B", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "0", "start": null, "end": null}]}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'vat_codes', 'ddc2ee76-539b-5f47-bb65-755a1b06d86a', '{"id": "ddc2ee76-539b-5f47-bb65-755a1b06d86a", "code": "9", "description": "TVA 21 % TVA comprise", "type": "I", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "21", "start": "1996-01-01", "end": null}]}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'vat_codes', 'ee23657b-e0c7-5dda-a0db-38d4621fdc31', '{"id": "ee23657b-e0c7-5dda-a0db-38d4621fdc31", "code": "4", "description": "Cocontractant", "type": "B", "transaction_type": "S", "is_blocked": false, "percentages": [{"rate": "0", "start": null, "end": null}]}');
INSERT INTO public.exact_reference VALUES ('BE', 2000001, 'vat_codes', 'f4ca567f-b680-5721-b3c2-f48c95165a64', '{"id": "f4ca567f-b680-5721-b3c2-f48c95165a64", "code": "P5", "description": "Acquisitions intracommunautaires", "type": "E", "transaction_type": "P", "is_blocked": false, "percentages": [{"rate": "21", "start": "1996-01-01", "end": null}]}');
INSERT INTO public.exact_settings VALUES ('zaal', 'NL', 1000001, '0b6ffd95-0fa4-5ab7-a1cb-345d69737160', '70', '{"21": "2", "9": "1", "0": "0"}', '{}', '0', '2026-11-16 08:00:02.473173+00', 'Anke de Beheerder');
INSERT INTO public.exact_settings VALUES ('oud', 'NL', 1000002, 'e51f6c76-c1f6-5877-a949-41bd9a1625dc', '70', '{"21": "2", "9": "1", "0": "0"}', '{}', '0', '2026-11-21 08:02:39.662802+00', 'Anke de Beheerder');
INSERT INTO public.exact_settings VALUES ('kas', 'NL', 1000003, '171b0641-ca58-5354-a335-0b09418fd115', '70', '{"21": "21", "9": "9", "0": "0"}', '{}', '0', '2026-11-21 08:04:11.835944+00', 'Anke de Beheerder');
INSERT INTO public.exact_settings VALUES ('tuin', 'NL', 1000002, 'e51f6c76-c1f6-5877-a949-41bd9a1625dc', '70', '{"21": "2", "9": "1", "0": "0"}', '{}', '0', '2026-11-25 08:19:13.067186+00', 'Anke de Beheerder');
INSERT INTO public.exact_settings VALUES ('grange', 'BE', 2000001, 'c2969dca-ab61-51f3-9dc1-cdbf622f63bf', '700', '{"21": "3", "0": "0"}', '{}', NULL, '2026-11-25 08:20:17.622324+00', 'Anke de Beheerder');
INSERT INTO public.exact_sync_run VALUES (1, 'zaal', 'NL', 1000001, 'night', 'systeem', 'done', '2026-11-17 08:01:32.745537+00', '2026-11-17 08:01:35.279778+00', '2026-11-17 08:01:32.745537+00', '2026-11-17 08:01:35.11928+00', NULL, 'posting', 38, 38, '{"released": 0, "posted": 33, "handled": 38, "promoted_debtors": 1, "created_debtors": 27, "blocked": 4, "waiting": 1, "calls": 71}', 0, '{"suspects": [], "reread": [], "unpromoted": {}, "prepared": true}');
INSERT INTO public.exact_sync_run VALUES (2, 'zaal', 'NL', 1000001, 'night', 'systeem', 'done', '2026-11-18 08:01:35.625467+00', '2026-11-18 08:01:35.97112+00', '2026-11-18 08:01:35.625467+00', '2026-11-18 08:01:35.956238+00', NULL, 'recovery', 3, 3, '{"released": 3, "blocked": 2, "handled": 3, "posted": 1, "calls": 11}', 0, '{"suspects": [], "reread": [], "unpromoted": {}, "prepared": true}');
INSERT INTO public.exact_sync_run VALUES (3, 'zaal', 'NL', 1000001, 'night', 'systeem', 'done', '2026-11-19 08:02:06.013825+00', '2026-11-19 08:02:06.427616+00', '2026-11-19 08:02:06.013825+00', '2026-11-19 08:02:06.377084+00', NULL, 'recovery', 3, 3, '{"released": 2, "blocked": 2, "handled": 3, "unconfirmed": 1, "adopted": 1, "calls": 12}', 0, '{"suspects": [], "reread": [], "unpromoted": {}, "prepared": true}');
INSERT INTO public.exact_sync_run VALUES (4, 'zaal', 'NL', 1000001, 'night', 'systeem', 'done', '2026-11-20 08:02:36.651272+00', '2026-11-20 08:02:37.24455+00', '2026-11-20 08:02:36.651272+00', '2026-11-20 08:02:37.221541+00', NULL, 'recovery', 7, 7, '{"released": 2, "blocked": 6, "adopted": 1, "handled": 7, "calls": 11}', 0, '{"suspects": [], "reread": [], "unpromoted": {}, "prepared": true}');
INSERT INTO public.exact_sync_run VALUES (5, 'zaal', 'NL', 1000001, 'night', 'systeem', 'done', '2026-11-21 08:02:37.365988+00', '2026-11-21 08:02:38.012846+00', '2026-11-21 08:02:37.365988+00', '2026-11-21 08:02:37.973195+00', NULL, 'recovery', 3, 3, '{"released": 2, "blocked": 2, "handled": 3, "posted": 1, "calls": 11}', 0, '{"suspects": [], "reread": [], "unpromoted": {}, "prepared": true}');
INSERT INTO public.exact_sync_run VALUES (6, 'oud', 'NL', 1000002, 'night', 'systeem', 'done', '2026-11-21 08:03:09.742754+00', '2026-11-21 08:03:10.167951+00', '2026-11-21 08:03:09.742754+00', '2026-11-21 08:03:10.145762+00', NULL, 'posting', 2, 2, '{"released": 0, "posted": 1, "handled": 2, "blocked": 1, "calls": 9}', 0, '{"suspects": [], "reread": [], "unpromoted": {}, "prepared": true}');
INSERT INTO public.exact_sync_run VALUES (7, 'kas', 'NL', 1000003, 'night', 'systeem', 'done', '2026-11-22 08:04:41.870766+00', '2026-11-22 08:04:42.196963+00', '2026-11-22 08:04:41.870766+00', '2026-11-22 08:04:42.174964+00', NULL, 'posting', 1, 1, '{"released": 0, "posted": 1, "handled": 1, "calls": 9}', 0, '{"suspects": [], "reread": [], "unpromoted": {}, "prepared": true}');
INSERT INTO public.exact_sync_run VALUES (8, 'kas', 'NL', 1000003, 'night', 'systeem', 'done', '2026-11-23 08:05:12.228815+00', '2026-11-23 08:05:12.517108+00', '2026-11-23 08:05:12.228815+00', '2026-11-23 08:05:12.507913+00', NULL, 'posting', 1, 1, '{"released": 0, "blocked": 1, "handled": 1, "calls": 8}', 0, '{"suspects": [], "reread": [], "unpromoted": {}, "prepared": true}');
INSERT INTO public.exact_sync_run VALUES (9, 'kas', 'NL', 1000003, 'night', 'systeem', 'stopped', '2026-11-24 08:05:42.546406+00', '2026-11-24 08:05:42.610346+00', '2026-11-24 08:05:42.546406+00', '2026-11-24 08:05:42.568417+00', 'log_in_again', 'reference', 0, 0, '{"calls": 0}', 0, '{"suspects": [], "reread": [], "unpromoted": {}, "prepared": false}');
INSERT INTO public.exact_sync_run VALUES (10, 'zaal', 'NL', 1000001, 'night', 'systeem', 'done', '2026-11-25 08:09:42.844721+00', '2026-11-25 08:09:43.895473+00', '2026-11-25 08:09:42.844721+00', '2026-11-25 08:09:43.865901+00', NULL, 'recovery', 20, 20, '{"released": 2, "blocked": 18, "handled": 20, "ignored": 1, "calls": 15}', 0, '{"suspects": ["gl_account:8010"], "reread": ["gl_accounts"], "unpromoted": {}, "prepared": true}');
INSERT INTO public.exact_sync_run VALUES (11, 'zaal', 'NL', 1000001, 'night', 'systeem', 'done', '2026-11-25 08:10:13.926499+00', '2026-11-25 08:10:14.367884+00', '2026-11-25 08:10:13.926499+00', '2026-11-25 08:10:14.352971+00', NULL, 'posting', 1, 1, '{"released": 0, "blocked": 1, "handled": 1, "calls": 9}', 0, '{"suspects": [], "reread": [], "unpromoted": {}, "prepared": true}');
INSERT INTO public.exact_sync_run VALUES (12, 'zaal', 'NL', 1000001, 'night', 'systeem', 'done', '2026-11-25 08:10:44.416965+00', '2026-11-25 08:10:44.993442+00', '2026-11-25 08:10:44.416965+00', '2026-11-25 08:10:44.975722+00', NULL, 'posting', 3, 3, '{"released": 0, "unconfirmed": 2, "handled": 3, "waiting": 2, "calls": 14}', 0, '{"suspects": [], "reread": [], "unpromoted": {}, "prepared": true}');
INSERT INTO public.exact_sync_run VALUES (13, 'zaal', 'NL', 1000001, 'night', 'systeem', 'done', '2026-11-25 08:11:02.003726+00', '2026-11-25 08:11:02.824+00', '2026-11-25 08:11:02.003726+00', '2026-11-25 08:11:02.786886+00', NULL, 'posting', 3, 3, '{"released": 0, "unconfirmed": 2, "handled": 3, "waiting": 2, "calls": 18}', 0, '{"suspects": [], "reread": [], "unpromoted": {}, "prepared": true}');
INSERT INTO public.exact_sync_run VALUES (14, 'zaal', 'NL', 1000001, 'night', 'systeem', 'done', '2026-11-25 08:11:19.836284+00', '2026-11-25 08:11:20.78131+00', '2026-11-25 08:11:19.836284+00', '2026-11-25 08:11:20.743013+00', NULL, 'posting', 3, 3, '{"released": 0, "unconfirmed": 2, "handled": 3, "waiting": 2, "calls": 18}', 0, '{"suspects": [], "reread": [], "unpromoted": {}, "prepared": true}');
INSERT INTO public.exact_sync_run VALUES (15, 'zaal', 'NL', 1000001, 'night', 'systeem', 'done', '2026-11-25 08:11:37.793583+00', '2026-11-25 08:11:38.706465+00', '2026-11-25 08:11:37.793583+00', '2026-11-25 08:11:38.682853+00', NULL, 'posting', 3, 3, '{"released": 0, "unconfirmed": 2, "handled": 3, "waiting": 2, "calls": 18}', 0, '{"suspects": [], "reread": [], "unpromoted": {}, "prepared": true}');
INSERT INTO public.exact_sync_run VALUES (16, 'zaal', 'NL', 1000001, 'night', 'systeem', 'done', '2026-11-25 08:11:55.724+00', '2026-11-25 08:11:56.664983+00', '2026-11-25 08:11:55.724+00', '2026-11-25 08:11:56.631263+00', NULL, 'posting', 3, 3, '{"released": 0, "unconfirmed": 2, "handled": 3, "waiting": 2, "calls": 18}', 0, '{"suspects": [], "reread": [], "unpromoted": {}, "prepared": true}');
INSERT INTO public.exact_sync_run VALUES (17, 'zaal', 'NL', 1000001, 'night', 'systeem', 'done', '2026-11-25 08:12:13.68103+00', '2026-11-25 08:12:14.363935+00', '2026-11-25 08:12:13.68103+00', '2026-11-25 08:12:14.335296+00', NULL, 'posting', 1, 1, '{"released": 0, "blocked": 1, "handled": 1, "calls": 12}', 0, '{"suspects": [], "reread": [], "unpromoted": {}, "prepared": true}');
INSERT INTO public.exact_sync_run VALUES (18, 'zaal', 'NL', 1000001, 'night', 'systeem', 'done', '2026-11-25 08:12:31.373741+00', '2026-11-25 08:12:31.984475+00', '2026-11-25 08:12:31.373741+00', '2026-11-25 08:12:31.718105+00', NULL, 'recovery', 0, 0, '{"released": 0, "calls": 10}', 0, '{"suspects": [], "reread": [], "unpromoted": {}, "prepared": true}');
INSERT INTO public.exact_sync_run VALUES (19, 'zaal', 'NL', 1000001, 'night', 'systeem', 'done', '2026-11-25 08:12:48.996977+00', '2026-11-25 08:12:49.621508+00', '2026-11-25 08:12:48.996977+00', '2026-11-25 08:12:49.366469+00', NULL, 'recovery', 0, 0, '{"released": 0, "calls": 10}', 0, '{"suspects": [], "reread": [], "unpromoted": {}, "prepared": true}');
INSERT INTO public.exact_sync_run VALUES (20, 'zaal', 'NL', 1000001, 'night', 'systeem', 'done', '2026-11-25 08:14:06.724179+00', '2026-11-25 08:14:07.907707+00', '2026-11-25 08:14:06.724179+00', '2026-11-25 08:14:07.844057+00', NULL, 'posting', 5, 5, '{"released": 0, "posted": 4, "handled": 5, "blocked": 1, "calls": 15}', 0, '{"suspects": [], "reread": [], "unpromoted": {}, "prepared": true}');
INSERT INTO public.exact_sync_run VALUES (21, 'zaal', 'NL', 1000001, 'night', 'systeem', 'done', '2026-11-25 08:14:38.114623+00', '2026-11-25 08:14:38.948533+00', '2026-11-25 08:14:38.114623+00', '2026-11-25 08:14:38.925805+00', NULL, 'posting', 1, 1, '{"released": 0, "blocked": 1, "handled": 1, "calls": 11}', 0, '{"suspects": [], "reread": [], "unpromoted": {}, "prepared": true}');
INSERT INTO public.exact_sync_run VALUES (22, 'zaal', 'NL', 1000001, 'night', 'systeem', 'waiting', '2026-11-25 08:17:39.190328+00', NULL, '2026-11-25 08:17:41.215172+00', '2026-11-25 08:17:40.303669+00', 'exact_unreachable', 'posting', 5, 4, '{"released": 0, "unconfirmed": 2, "handled": 4, "posted": 1, "waiting": 2, "calls": 16}', 1, '{"suspects": [], "reread": [], "unpromoted": {}, "prepared": true}');
INSERT INTO public.exact_sync_run VALUES (23, 'tuin', 'NL', 1000002, 'night', 'systeem', 'done', '2026-11-25 08:19:43.139958+00', '2026-11-25 08:19:43.898973+00', '2026-11-25 08:19:43.139958+00', '2026-11-25 08:19:43.846565+00', NULL, 'posting', 2, 2, '{"released": 0, "posted": 2, "handled": 2, "created_debtors": 1, "calls": 11}', 0, '{"suspects": [], "reread": [], "unpromoted": {}, "prepared": true}');
INSERT INTO public.exact_sync_run VALUES (24, 'tuin', 'NL', 1000002, 'night', 'systeem', 'running', '2026-11-25 08:20:14.148478+00', NULL, '2026-11-25 08:20:14.148478+00', '2026-11-25 08:20:15.159947+00', NULL, 'posting', 2, 0, '{"released": 0}', 0, '{"suspects": [], "reread": [], "unpromoted": {}, "prepared": true}');
INSERT INTO public.exact_sync_run VALUES (25, 'grange', 'BE', 2000001, 'night', 'systeem', 'done', '2026-11-25 08:20:47.689853+00', '2026-11-25 08:20:48.811984+00', '2026-11-25 08:20:47.689853+00', '2026-11-25 08:20:48.773003+00', NULL, 'posting', 2, 2, '{"released": 0, "created_debtors": 1, "posted": 1, "handled": 2, "blocked": 1, "calls": 10}', 0, '{"suspects": [], "reread": [], "unpromoted": {}, "prepared": true}');
INSERT INTO public.exact_sync_run VALUES (26, 'grange', 'BE', 2000001, 'night', 'systeem', 'running', '2026-11-25 08:21:18.876143+00', NULL, '2026-11-25 08:21:18.876143+00', '2026-11-25 08:21:19.195753+00', NULL, 'posting', 1, 0, '{"released": 0}', 0, '{"suspects": [], "reread": [], "unpromoted": {}, "prepared": true}');
INSERT INTO public.exact_token VALUES ('NL', '11111111-1111-1111-1111-111111111111', '5c1d1b3a-1f6e-4a53-9c5e-0a1d4f7c0001', '\x630dcd295991a696b70bed2be6759884155d1b2f9ab1244c6d285deefb4facca86c9d0c7c51e709f62bb06c4094a88bd2a057a87370c08af4cb3cc71b02a8bdc469a270b4ad6f0969c11c3afe876cf0de23b08ae6b07b0eaaf4ad67c245639c1ed8c9f878d1e7d2d1f297abfd81eb485c939528f31893d0dee6390a7e9f73f8c3969080e5af5852882da7d19c2858d90a242a4509b23e007c4475a204de412a65db8363695782be3f4a0256e3c189cbcd3e3c95379283333a670a96a048315932d45799dc3d3565f267a776955ecc3d6f6e5d5362efe258ba248c7252029fff4812c97809b056f264b10af9c543faf907ddc2fa0a08792ee15f3a9ab656a84d38ae6c3cc536166da61a1f23b7951c222f07f90d40127024ba35d14983a1c0f20fffe22043d546e247341a9b7a101ac20dcadbaa401b5c90e0fe6f93c80c5b5fe13abd426a856dcb3908590456eb907e4', '\x630dcd29d4f0c7ebd82d307f7f57ba741e3ffb588e91eec22e13bebf93532e35387e38f11ab41cabde39fced0ad556974a5d732a2de3170d8c684f25ef84cd38e421e3f07745218a3b429b8a14266fd59c20b74c933f691c543ffee7bc997007c9a5b06b5a45767a0d53f249938253c95b265a512fac0d7e6da440d4fed8c22ef4639e0bf0ee1222cadd8631321e270102a8e0c1dbe172f9f5fca3a4211264a1301a7474bb271a1952470b745d14b9ace03bc07256ab49d75c6d02c552c03ce41b935fb160a4f184231f', '2026-11-25 08:19:12.423489+00', NULL, NULL);
INSERT INTO public.exact_token VALUES ('NL', '11111111-1111-1111-1111-111111111111', '5c1d1b3a-1f6e-4a53-9c5e-0a1d4f7c0002', '\x630dcd2936e032121a63cb2b5fc156f56f5711bd5bc14e1164264f170963fb67b4931a04cbe9dd6ca2b6d674ab2f1c33c6fed4e4086d23f316cb53d80ca7f3b7acd2376c2424b7ea44e531a012a1aac86d5015974260855f41e339c1c6ce4d9f7746e9c1329a30a52d6cf80241b8f3cc96681dad8a9ee8e313a2625b1e380e8bae2c1fe4341a84e9d8d1fc9e7be4c4bee9ee59bfb02c11db976e6afdf784d1e3a0a624e1438c5ed2300a0949a84fbab51fe111efb7e841eb55b9ea5b28c52bbaffdf70a9ace20ce4800090fb8ead7f9a5c576e962356e8d3becf4939188e16735bbc81c551b7b194dacd7b1e7b4bfe4d3482433af1ba3ba2cfe619260a11c182e02c779e8346658afdd2b1b3fa6549390ae0bce07356401ee8391fe689d5b501d341980177b1c261dd8715c281197e4df98cbdb894fb6d7f72e316e31540ef2980140858bdd792db972c2eab8f58a0f0', '\x630dcd29cae20b3eb81246322a6e41c32bff94bf358dfd5f58976dfef401b28048bdbf840556b46d5547978c8b3769435f996088d06824a02b810f13ff41a7f01dbfaf6e017011aebac1676b2caaeccfa347b88a87b7b6b4778994e8b47c8db3fac0a4638d370d763f5ca0ca053ec9c6a6a095f9c3b9e7d56153fb3789f7940ef76b91f7ba9941f8b068ce37e030abc0a6c1f47f872a72d3297f8679678b299fca53c8bd6adfa7d3e1b45f2871dc305ef30fd12d2adea7fb60c5c59591603afcc37a653e7cf5f563fcd3', '2026-11-23 08:05:12.268464+00', NULL, 'invalid_request');
INSERT INTO public.exact_token VALUES ('BE', '22222222-2222-2222-2222-222222222222', '5c1d1b3a-1f6e-4a53-9c5e-0a1d4f7c0004', '\x630dcd29f0f09f84a8f992a1e0f0d3c2b2649575a18dee5ab8229c1664d2c9b726726e8ec26d69185893a93f9604dc5b161513d09cdfc5883ef04f798014ce8432980e00bd29b66a6842e54ebea04ad5529131381ef08bf98596f23590a0c7a22f19dbdc88d6024021c3d23ba558013e41d8274e2c0891a5123d56791e3f33cf488a22fd0b667f28901a307a226e3f3abf5c1533868acf6325872abb6770eb100cdc1f663d853372d3a3b855f87791c20c33686245875811d96e7bedc9750a7b59de8a8484cd99963eb87b56ea6830e49c2ee0dddc100162809680b5835b37f4f0ebff0b656e845dbadf84667c49aae67e09b5be336dac400a122884853d812cc1bc944cd748683ea423b743adb1a7dea778a57a57ee389062d57f3eff644a920dab6d44a901f3177d33a76c7f98062837c4eb5fdc91602813011736084515f9598345c65a98ac12bedec9b4cfbf2c80', '\x630dcd296da3a85c8978f1d471f697f2b2c9afeb37d29be3c5c869d050023f45373c27599ad35f993b4cc7b89b1cae8efb8d73e947b27b7508d7f46b24a9d68efa6f7f214279bcd16cebc6e7360dd32b3b399474d3165acba82647e84f010e94b65ca2cd4176fb38dea0e9a03d0daa7dc1b9a6182a4e059296a84b8cbb775567420521f31cd9975ce7726353629cbd4ef5c4f925068aa3c33ab84240bdb8908d5a0ec0d0f0ca102992f84dd48f147bc3b767efdd650eca61cc7eba90d20971dbf1c5a70f82d8a9d42947', '2026-11-25 08:20:17.029468+00', NULL, NULL);
INSERT INTO public.mice_activation VALUES (1, 1, 'exact', '2026-11-16 08:00:01.830739+00', NULL);
INSERT INTO public.mice_activation VALUES (2, 2, 'exact', '2026-11-21 08:02:39.1831+00', NULL);
INSERT INTO public.mice_activation VALUES (3, 3, 'exact', '2026-11-21 08:03:41.356846+00', NULL);
INSERT INTO public.mice_activation VALUES (4, 4, 'exact', '2026-11-25 08:19:12.364406+00', NULL);
INSERT INTO public.mice_activation VALUES (5, 5, 'exact', '2026-11-25 08:20:16.980694+00', NULL);
INSERT INTO public.mice_activation VALUES (6, 6, 'exact', '2026-11-25 08:21:20.58998+00', NULL);
INSERT INTO public.mice_activation VALUES (7, 7, 'exact', '2026-11-25 08:21:52.066511+00', '2026-11-25 08:22:22.10429+00');
INSERT INTO public.mice_deposit_rate_group VALUES (1, 1, '21', 'AANB21', 9);
INSERT INTO public.mice_deposit_rate_group VALUES (2, 1, '9', 'AANB9', 10);
INSERT INTO public.mice_deposit_rate_group VALUES (3, 1, '0', 'AANB0', 11);
INSERT INTO public.mice_deposit_rate_group VALUES (4, 2, '21', 'AANB21', 22);
INSERT INTO public.mice_deposit_rate_group VALUES (5, 2, '9', 'AANB9', 23);
INSERT INTO public.mice_deposit_rate_group VALUES (6, 2, '0', 'AANB0', 24);
INSERT INTO public.mice_deposit_rate_group VALUES (7, 3, '21', 'AANB21', 34);
INSERT INTO public.mice_deposit_rate_group VALUES (8, 3, '9', 'AANB9', 35);
INSERT INTO public.mice_deposit_rate_group VALUES (9, 3, '0', 'AANB0', 36);
INSERT INTO public.mice_deposit_rate_group VALUES (10, 4, '21', 'AANB21', 50);
INSERT INTO public.mice_deposit_rate_group VALUES (11, 4, '9', 'AANB9', 51);
INSERT INTO public.mice_deposit_rate_group VALUES (12, 4, '0', 'AANB0', 52);
INSERT INTO public.mice_deposit_rate_group VALUES (13, 5, '21', 'AANB21', 62);
INSERT INTO public.mice_deposit_rate_group VALUES (14, 5, '9', 'AANB9', 63);
INSERT INTO public.mice_deposit_rate_group VALUES (15, 5, '0', 'AANB0', 64);
INSERT INTO public.mice_deposit_rate_group VALUES (16, 6, '21', 'AANB21', 74);
INSERT INTO public.mice_deposit_rate_group VALUES (17, 6, '9', 'AANB9', 75);
INSERT INTO public.mice_deposit_rate_group VALUES (18, 6, '0', 'AANB0', 76);
INSERT INTO public.mice_deposit_rate_group VALUES (19, 7, '21', 'AANB21', 86);
INSERT INTO public.mice_deposit_rate_group VALUES (20, 7, '9', 'AANB9', 87);
INSERT INTO public.mice_deposit_rate_group VALUES (21, 7, '0', 'AANB0', 88);
INSERT INTO public.mice_invoice VALUES (1, 1, 'A001', 'open', false, NULL, 'detailed', '2026-11-16 08:00:02.51469+00', '2026-11-16 08:00:02.544267+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 1, 'Vaste Klant B.V.', NULL, NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', 'administratie@klant1.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (2, 1, 'A002', 'open', false, NULL, 'detailed', '2026-11-16 08:00:02.514946+00', '2026-11-16 08:00:02.54432+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 2, 'Prospect Events B.V.', NULL, NULL, 'Proefstraat 2', NULL, '1017 CD', 'Amsterdam', 'NL', 'administratie@klant2.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (3, 1, 'A003', 'open', false, NULL, 'detailed', '2026-11-16 08:00:02.515026+00', '2026-11-16 08:00:02.54433+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 3, '20 Coöperatieve Vere', NULL, NULL, 'Proefstraat 120', NULL, '9711 EF', 'Groningen', 'NL', 'administratie@klant120.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (4, 1, 'A004', 'open', false, NULL, 'detailed', '2026-11-16 08:00:02.515095+00', '2026-11-16 08:00:02.544338+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 4, '30 Coöperatieve Vereniging van', NULL, NULL, 'Proefstraat 130', NULL, '9711 EF', 'Groningen', 'NL', 'administratie@klant130.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (5, 1, 'A005', 'open', false, NULL, 'detailed', '2026-11-16 08:00:02.515159+00', '2026-11-16 08:00:02.544346+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 5, '40 Coöperatieve Vereniging van Gezamenli', NULL, NULL, 'Proefstraat 140', NULL, '9711 EF', 'Groningen', 'NL', 'administratie@klant140.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (6, 1, 'A006', 'open', false, NULL, 'detailed', '2026-11-16 08:00:02.515225+00', '2026-11-16 08:00:02.544354+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 6, '49 Coöperatieve Vereniging van Gezamenlijke Evene', NULL, NULL, 'Proefstraat 149', NULL, '9711 EF', 'Groningen', 'NL', 'administratie@klant149.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (7, 1, 'A007', 'open', false, NULL, 'detailed', '2026-11-16 08:00:02.515291+00', '2026-11-16 08:00:02.544362+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 7, '50 Coöperatieve Vereniging van Gezamenlijke Evenem', NULL, NULL, 'Proefstraat 150', NULL, '9711 EF', 'Groningen', 'NL', 'administratie@klant150.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (8, 1, 'A008', 'open', false, NULL, 'detailed', '2026-11-16 08:00:02.51959+00', '2026-11-16 08:00:02.54437+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 8, 'Jansen & Zonen Feesten B.V.', NULL, NULL, 'Proefstraat 3', NULL, '4811 AB', 'Breda', 'NL', 'administratie@klant3.example', 'NL000099998B57', NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (9, 1, 'A009', 'open', false, NULL, 'detailed', '2026-11-16 08:00:02.519699+00', '2026-11-16 08:00:02.54438+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 9, 'Café ''t Ĳ / ''De Ŝtĕr'' (Brouwerij)', NULL, NULL, 'Proefstraat 4', NULL, '1018 AA', 'Amsterdam', 'NL', 'administratie@klant4.example', NULL, '38480752', 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (10, 1, 'A010', 'open', false, NULL, 'detailed', '2026-11-16 08:00:02.519768+00', '2026-11-16 08:00:02.544388+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 10, '51 Coöperatieve Vereniging van Gezamenlijke Eveneme', NULL, NULL, 'Proefstraat 151', NULL, '9711 EF', 'Groningen', 'NL', 'administratie@klant151.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (11, 1, 'A011', 'open', false, NULL, 'detailed', '2026-11-16 08:00:02.519833+00', '2026-11-16 08:00:02.544396+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 11, '60 Coöperatieve Vereniging van Gezamenlijke Evenementenlocat', NULL, NULL, 'Proefstraat 160', NULL, '9711 EF', 'Groningen', 'NL', 'administratie@klant160.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (12, 1, 'A012', 'open', false, NULL, 'detailed', '2026-11-16 08:00:02.519896+00', '2026-11-16 08:00:02.544404+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 12, '70 Coöperatieve Vereniging van Gezamenlijke Evenementenlocaties, Congr', NULL, NULL, 'Proefstraat 170', NULL, '9711 EF', 'Groningen', 'NL', 'administratie@klant170.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (13, 1, 'A013', 'open', false, NULL, 'detailed', '2026-11-16 08:00:02.519959+00', '2026-11-16 08:00:02.544411+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 13, '80 Coöperatieve Vereniging van Gezamenlijke Evenementenlocaties, Congrescentra &', NULL, NULL, 'Proefstraat 180', NULL, '9711 EF', 'Groningen', 'NL', 'administratie@klant180.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (14, 1, 'A014', 'open', false, NULL, 'detailed', '2026-11-16 08:00:02.520026+00', '2026-11-16 08:00:02.544419+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 14, '100 Coöperatieve Vereniging van Gezamenlijke Evenementenlocaties, Congrescentra & Theaters in de Noo', NULL, NULL, 'Proefstraat 200', NULL, '9711 EF', 'Groningen', 'NL', 'administratie@klant200.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (15, 1, 'A015', 'open', false, NULL, 'detailed', '2026-11-16 08:00:02.520099+00', '2026-11-16 08:00:02.544426+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 15, '119 Coöperatieve Vereniging van Gezamenlijke Evenementenlocaties, Congrescentra & Theaters in de Noordelijke Provincies', NULL, NULL, 'Proefstraat 219', NULL, '9711 EF', 'Groningen', 'NL', 'administratie@klant219.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (16, 1, 'A016', 'open', false, NULL, 'detailed', '2026-11-16 08:00:02.520162+00', '2026-11-16 08:00:02.544434+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 16, '120 Coöperatieve Vereniging van Gezamenlijke Evenementenlocaties, Congrescentra & Theaters in de Noordelijke Provinciesx', NULL, NULL, 'Proefstraat 220', NULL, '9711 EF', 'Groningen', 'NL', 'administratie@klant220.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (17, 1, 'A017', 'open', false, NULL, 'detailed', '2026-11-16 08:00:02.520224+00', '2026-11-16 08:00:02.544442+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 17, 'Rheinblick Veranstaltungen GmbH', NULL, NULL, 'Proefstraat 5', NULL, 'D-50667', 'Köln', 'DE', 'administratie@klant5.example', 'DE136695976', NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (18, 1, 'A018', 'open', false, NULL, 'detailed', '2026-11-16 08:00:02.520289+00', '2026-11-16 08:00:02.544449+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 18, 'Brasserie De Haan', NULL, NULL, 'Proefstraat 6', NULL, '8420', 'De Haan', 'België', 'administratie@klant6.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (19, 1, 'A019', 'open', false, NULL, 'detailed', '2026-11-16 08:00:02.520355+00', '2026-11-16 08:00:02.544456+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 19, 'Lisboa Congressos Lda', NULL, NULL, 'Proefstraat 7', NULL, 'PT-1000-001', 'Lisboa', 'PT', 'administratie@klant7.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (20, 1, 'A020', 'open', false, NULL, 'detailed', '2026-11-16 08:00:02.52042+00', '2026-11-16 08:00:02.544464+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 20, 'Canal Events Ltd', NULL, NULL, 'Proefstraat 8', NULL, 'SW1A 1AA', 'London', 'UK', 'administratie@klant8.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (21, 1, 'A021', 'open', false, NULL, 'detailed', '2026-11-16 08:00:02.520483+00', '2026-11-16 08:00:02.544472+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 21, 'Athina Synedria AE', NULL, NULL, 'Proefstraat 9', NULL, '104 34', 'Athina', 'EL', 'administratie@klant9.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (22, 1, 'A022', 'open', false, NULL, 'detailed', '2026-11-16 08:00:02.520554+00', '2026-11-16 08:00:02.54448+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 22, 'Rue de la Loi SPRL', NULL, NULL, 'Proefstraat 10', NULL, 'B-1040', 'Bruxelles', 'BE', 'administratie@klant10.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (23, 1, 'A023', 'open', false, NULL, 'detailed', '2026-11-16 08:00:02.520617+00', '2026-11-16 08:00:02.544487+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 23, NULL, 'Jan', 'Peeters', 'Proefstraat 27', NULL, '9000', 'Gent', 'BE', 'administratie@klant27.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (24, 1, 'A024', 'open', false, NULL, 'detailed', '2026-11-16 08:00:02.520764+00', '2026-11-16 08:00:02.544495+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 24, 'Zonder Postcode Catering B.V.', NULL, NULL, 'Proefstraat 11', NULL, NULL, 'Breda', 'NL', 'administratie@klant11.example', NULL, '38480753', 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (25, 1, 'A025', 'open', false, NULL, 'detailed', '2026-11-16 08:00:02.520833+00', '2026-11-16 08:00:02.544502+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 25, NULL, 'Eva', 'Roosje', 'Proefstraat 12', NULL, NULL, 'Tilburg', 'NL', 'administratie@klant12.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (26, 1, 'A026', 'open', false, NULL, 'detailed', '2026-11-16 08:00:02.520896+00', '2026-11-16 08:00:02.54451+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 26, 'Zonder Alles B.V.', NULL, NULL, NULL, NULL, NULL, NULL, 'NL', NULL, NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (27, 1, 'A027', 'open', false, NULL, 'detailed', '2026-11-16 08:00:02.520958+00', '2026-11-16 08:00:02.544518+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 27, NULL, 'Jo', 'Kaal', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (28, 1, 'A028', 'open', false, NULL, 'detailed', '2026-11-16 08:00:02.521017+00', '2026-11-16 08:00:02.544526+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 28, NULL, 'Piet', 'Janssens', NULL, NULL, '9000', NULL, 'BE', NULL, NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (29, 1, 'A029', 'open', false, NULL, 'detailed', '2026-11-16 08:00:02.521076+00', '2026-11-16 08:00:02.544534+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 29, 'Stichting Openbaar Primair Onderwijs Regio Zuidoost locatie De Ster', NULL, NULL, 'Proefstraat 15', NULL, '4811 AB', 'Breda', 'NL', 'administratie@klant15.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (30, 1, 'A030', 'open', false, NULL, 'detailed', '2026-11-16 08:00:02.521138+00', '2026-11-16 08:00:02.544541+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 30, 'Stichting Openbaar Primair Onderwijs Regio Zuidoost locatie De Maan', NULL, NULL, 'Proefstraat 16', NULL, '4811 AB', 'Breda', 'NL', 'administratie@klant16.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (31, 1, 'A031', 'open', false, NULL, 'detailed', '2026-11-16 08:00:02.521199+00', '2026-11-16 08:00:02.544548+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 31, 'Particulier', 'Eva', 'Maas', 'Proefstraat 17', NULL, '5611 AZ', 'Eindhoven', 'NL', 'administratie@klant17.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (32, 1, 'A032', 'open', false, NULL, 'detailed', '2026-11-16 08:00:02.523502+00', '2026-11-16 08:00:02.544556+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 32, 'Particulier', 'Tom', 'Dennis', 'Proefstraat 18', NULL, '5611 AZ', 'Eindhoven', 'NL', 'administratie@klant18.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (33, 1, 'A033', 'open', false, NULL, 'detailed', '2026-11-16 08:00:02.523609+00', '2026-11-16 08:00:02.544568+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 33, 'Wanbetaler Horeca B.V.', NULL, NULL, 'Proefstraat 21', NULL, '4811 AC', 'Breda', 'NL', 'administratie@klant21.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (34, 1, 'B001', 'open', false, NULL, 'detailed', '2026-11-16 08:00:32.68928+00', '2026-11-16 08:00:32.696499+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 34, 'Dubbel Feest B.V.', NULL, NULL, 'Proefstraat 19', NULL, '6211 AA', 'Maastricht', 'NL', 'administratie@klant19.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (35, 1, 'B002', 'open', false, NULL, 'detailed', '2026-11-16 08:00:32.689491+00', '2026-11-16 08:00:32.696531+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 35, 'Tweeling Catering B.V.', NULL, NULL, 'Proefstraat 20', NULL, '6211 AB', 'Maastricht', 'NL', 'administratie@klant20.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (36, 1, 'A900', 'open', false, NULL, 'detailed', '2026-11-16 08:01:02.720044+00', '2026-11-16 08:01:02.722168+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 1, 'Vaste Klant B.V.', NULL, NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', 'administratie@klant1.example', NULL, NULL, 10000, 1860, 11860);
INSERT INTO public.mice_invoice VALUES (37, 1, 'A901', 'credit', true, 1, 'detailed', '2026-11-16 08:01:02.720289+00', '2026-11-16 08:01:02.722197+00', '2026-11-16', NULL, 14, 'EUR', false, NULL, NULL, NULL, NULL, 1, 'Vaste Klant B.V.', NULL, NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', 'administratie@klant1.example', NULL, NULL, -10000, -2100, -12100);
INSERT INTO public.mice_invoice VALUES (38, 1, 'C001', 'open', false, NULL, 'detailed', '2026-11-18 08:01:35.997027+00', '2026-11-18 08:01:36.003925+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 1, 'Vaste Klant B.V.', NULL, NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', 'administratie@klant1.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (39, 1, 'C002', 'open', false, NULL, 'detailed', '2026-11-19 08:02:06.594943+00', '2026-11-19 08:02:06.601879+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 1, 'Vaste Klant B.V.', NULL, NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', 'administratie@klant1.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (40, 1, 'C003', 'open', false, NULL, 'detailed', '2026-11-19 08:02:06.595184+00', '2026-11-19 08:02:06.601907+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 1, 'Vaste Klant B.V.', NULL, NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', 'administratie@klant1.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (41, 1, 'C004', 'open', false, NULL, 'detailed', '2026-11-19 08:02:06.595261+00', '2026-11-19 08:02:06.601917+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 1, 'Vaste Klant B.V.', NULL, NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', 'administratie@klant1.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (42, 1, 'C005', 'open', false, NULL, 'detailed', '2026-11-19 08:02:06.599508+00', '2026-11-19 08:02:06.601926+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 1, 'Vaste Klant B.V.', NULL, NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', 'administratie@klant1.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (43, 1, 'C006', 'open', false, NULL, 'detailed', '2026-11-19 08:02:06.599656+00', '2026-11-19 08:02:06.601933+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 1, 'Vaste Klant B.V.', NULL, NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', 'administratie@klant1.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (44, 2, 'O001', 'open', false, NULL, 'detailed', '2026-11-21 08:02:39.695164+00', '2026-11-21 08:02:39.715628+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 36, 'Vaste Klant B.V.', NULL, NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', 'administratie@klant1.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (45, 2, 'O002', 'open', false, NULL, 'detailed', '2026-11-21 08:02:39.7092+00', '2026-11-21 08:02:39.71568+00', '2026-11-16', '2026-11-30', 14, 'USD', false, NULL, NULL, NULL, NULL, 36, 'Vaste Klant B.V.', NULL, NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', 'administratie@klant1.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (46, 2, 'O003', 'open', false, NULL, 'detailed', '2026-11-21 08:03:10.188566+00', '2026-11-21 08:03:10.190085+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 36, 'Vaste Klant B.V.', NULL, NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', 'administratie@klant1.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (47, 3, 'K001', 'open', false, NULL, 'detailed', '2026-11-21 08:03:41.406225+00', '2026-11-21 08:03:41.415756+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 37, 'Vaste Klant B.V.', NULL, NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', 'administratie@klant1.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (48, 3, 'K002', 'open', false, NULL, 'detailed', '2026-11-21 08:04:11.855753+00', '2026-11-21 08:04:11.857184+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 37, 'Vaste Klant B.V.', NULL, NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', 'administratie@klant1.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (49, 3, 'K003', 'open', false, NULL, 'detailed', '2026-11-22 08:04:42.209958+00', '2026-11-22 08:04:42.211246+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 37, 'Vaste Klant B.V.', NULL, NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', 'administratie@klant1.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (50, 3, 'K004', 'open', false, NULL, 'detailed', '2026-11-23 08:05:12.530058+00', '2026-11-23 08:05:12.536278+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 37, 'Vaste Klant B.V.', NULL, NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', 'administratie@klant1.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (51, 1, 'D001', 'open', false, NULL, 'detailed', '2026-11-24 08:05:42.638744+00', '2026-11-24 08:05:42.64136+00', '2026-11-16', '2026-11-30', 14, 'USD', false, NULL, NULL, NULL, NULL, 1, 'Vaste Klant B.V.', NULL, NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', 'administratie@klant1.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (52, 1, 'D002', 'open', false, NULL, 'detailed', '2026-11-24 08:05:42.638973+00', '2026-11-24 08:05:42.641391+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 1, 'Vaste Klant B.V.', NULL, NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', 'administratie@klant1.example', NULL, NULL, 10000, 600, 10600);
INSERT INTO public.mice_invoice VALUES (53, 1, 'D004', 'open', false, NULL, 'detailed', '2026-11-24 08:06:12.658742+00', '2026-11-24 08:06:12.665652+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 1, 'Vaste Klant B.V.', NULL, NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', 'administratie@klant1.example', NULL, NULL, 10000, 2700, 12700);
INSERT INTO public.mice_invoice VALUES (54, 1, 'D005-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', 'open', false, NULL, 'detailed', '2026-11-24 08:06:12.658942+00', '2026-11-24 08:06:12.665681+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 1, 'Vaste Klant B.V.', NULL, NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', 'administratie@klant1.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (55, 1, 'D007', 'open', false, NULL, 'detailed', '2026-11-24 08:06:42.686246+00', '2026-11-24 08:06:42.690725+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 38, NULL, NULL, NULL, 'Proefstraat 25', NULL, '1234 AB', 'Nergens', 'NL', 'administratie@klant25.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (56, 1, 'D009', 'open', false, NULL, 'detailed', '2026-11-24 08:06:42.686436+00', '2026-11-24 08:06:42.690755+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 33, 'Wanbetaler Horeca B.V.', NULL, NULL, 'Proefstraat 21', NULL, '4811 AC', 'Breda', 'NL', 'administratie@klant21.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (57, 1, 'D010', 'open', false, NULL, 'detailed', '2026-11-24 08:06:42.686507+00', '2026-11-24 08:06:42.690765+00', '2024-12-31', '2025-01-14', 14, 'EUR', false, NULL, NULL, NULL, NULL, 1, 'Vaste Klant B.V.', NULL, NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', 'administratie@klant1.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (58, 1, 'D011', 'open', false, NULL, 'detailed', '2026-11-24 08:07:12.719469+00', '2026-11-24 08:07:12.72155+00', '2026-02-01', '2026-02-15', 14, 'EUR', false, NULL, NULL, NULL, NULL, 1, 'Vaste Klant B.V.', NULL, NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', 'administratie@klant1.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (59, 1, 'D016', 'open', false, NULL, 'detailed', '2026-11-24 08:07:12.719719+00', '2026-11-24 08:07:12.721579+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 1, 'Vaste Klant B.V.', NULL, NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', 'administratie@klant1.example', NULL, NULL, 1000, 210, 1210);
INSERT INTO public.mice_invoice VALUES (60, 1, 'D018', 'open', false, NULL, 'detailed', '2026-11-24 08:07:42.746095+00', '2026-11-24 08:07:42.755494+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 1, 'Vaste Klant B.V.', NULL, NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', 'administratie@klant1.example', NULL, NULL, 1000, 210, 1210);
INSERT INTO public.mice_invoice VALUES (61, 1, 'E001', 'open', false, NULL, 'detailed', '2026-11-24 08:08:12.766479+00', '2026-11-24 08:08:12.77812+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 1, 'Vaste Klant B.V.', NULL, NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', 'administratie@klant1.example', NULL, NULL, 1000, 210, 1210);
INSERT INTO public.mice_invoice VALUES (62, 1, 'E002', 'open', false, NULL, 'detailed', '2026-11-24 08:08:12.766671+00', '2026-11-24 08:08:12.778161+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 1, 'Vaste Klant B.V.', NULL, NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', 'administratie@klant1.example', NULL, NULL, 1000, 210, 1210);
INSERT INTO public.mice_invoice VALUES (63, 1, 'E003', 'open', false, NULL, 'detailed', '2026-11-24 08:08:12.766744+00', '2026-11-24 08:08:12.77817+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 1, 'Vaste Klant B.V.', NULL, NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', 'administratie@klant1.example', NULL, NULL, 1000, 210, 1210);
INSERT INTO public.mice_invoice VALUES (64, 1, 'D020', 'open', false, NULL, 'detailed', '2026-11-24 08:08:42.797939+00', '2026-11-24 08:08:42.805373+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 1, 'Vaste Klant B.V.', NULL, NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', 'administratie@klant1.example', NULL, NULL, 0, 0, 0);
INSERT INTO public.mice_invoice VALUES (65, 1, 'D021', 'open', false, NULL, 'detailed', '2026-11-24 08:08:42.798146+00', '2026-11-24 08:08:42.805406+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 1, 'Vaste Klant B.V.', NULL, NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', 'administratie@klant1.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (66, 1, 'D003', 'open', false, NULL, 'detailed', '2026-11-24 08:09:12.821777+00', '2026-11-24 08:09:12.828747+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 1, 'Vaste Klant B.V.', NULL, NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', 'administratie@klant1.example', NULL, NULL, 10000, 2100, 12200);
INSERT INTO public.mice_invoice VALUES (67, 1, 'D017', 'open', false, NULL, 'detailed', '2026-11-24 08:09:12.821978+00', '2026-11-24 08:09:12.82878+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 1, 'Vaste Klant B.V.', NULL, NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', 'administratie@klant1.example', NULL, NULL, 100, 21, 121);
INSERT INTO public.mice_invoice VALUES (68, 1, 'D012', 'open', false, NULL, 'detailed', '2026-11-25 08:09:43.907749+00', '2026-11-25 08:09:43.909697+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 1, 'Vaste Klant B.V.', NULL, NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', 'administratie@klant1.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (69, 1, 'F001', 'open', false, NULL, 'detailed', '2026-11-25 08:10:14.38084+00', '2026-11-25 08:10:14.389292+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 1, 'Vaste Klant B.V.', NULL, NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', 'administratie@klant1.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (70, 1, 'F002', 'open', false, NULL, 'detailed', '2026-11-25 08:10:14.381076+00', '2026-11-25 08:10:14.38933+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 39, 'Nooit Antwoord B.V.', NULL, NULL, 'Proefstraat 24', NULL, '7511 AC', 'Enschede', 'NL', 'administratie@klant24.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (71, 1, 'G001', 'open', false, NULL, 'detailed', '2026-11-25 08:13:06.645523+00', '2026-11-25 08:13:06.653781+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 1, 'Heel Andere Klant B.V.', NULL, NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', 'administratie@klant1.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (72, 1, 'G002', 'open', false, NULL, 'detailed', '2026-11-25 08:13:06.645811+00', '2026-11-25 08:13:06.653821+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 1, 'VASTE KLANT B.V.', NULL, NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', 'administratie@klant1.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (73, 1, 'G003', 'open', false, NULL, 'detailed', '2026-11-25 08:13:06.6459+00', '2026-11-25 08:13:06.653831+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 1, 'Vaste Klant B.V.', NULL, NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', 'administratie@klant1.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (74, 1, 'G004', 'open', false, NULL, 'detailed', '2026-11-25 08:13:06.645974+00', '2026-11-25 08:13:06.65384+00', '2026-11-16', '2026-11-30', 14, 'USD', false, NULL, NULL, NULL, NULL, 1, 'Nieuwe Naam B.V.', NULL, NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', 'administratie@klant1.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (76, 1, 'Z001', 'open', false, NULL, 'detailed', '2026-11-25 08:14:08.078847+00', '2026-11-25 08:14:08.08967+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 1, 'Vaste Klant B.V.', NULL, NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', 'administratie@klant1.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (78, 1, 'H001', 'open', false, NULL, 'detailed', '2026-11-25 08:15:09.014282+00', '2026-11-25 08:15:09.023935+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 1, 'Vaste Klant B.V.', NULL, NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', 'administratie@klant1.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (79, 1, 'H002', 'open', false, NULL, 'detailed', '2026-11-25 08:15:39.047756+00', '2026-11-25 08:15:39.049291+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 1, 'Vaste Klant B.V.', NULL, NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', 'administratie@klant1.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (80, 1, 'H003', 'open', false, NULL, 'detailed', '2026-11-25 08:16:09.075007+00', '2026-11-25 08:16:09.076507+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 40, 'Half Gemaakt B.V.', NULL, NULL, 'Proefstraat 22', NULL, '7511 AA', 'Enschede', 'NL', 'administratie@klant22.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (81, 1, 'H004', 'open', false, NULL, 'detailed', '2026-11-25 08:16:39.102465+00', '2026-11-25 08:16:39.112439+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 41, 'Niet Gemaakt B.V.', NULL, NULL, 'Proefstraat 23', NULL, '7511 AB', 'Enschede', 'NL', 'administratie@klant23.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (82, 1, 'H005', 'open', false, NULL, 'detailed', '2026-11-25 08:17:09.142419+00', '2026-11-25 08:17:09.144017+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 1, 'Vaste Klant B.V.', NULL, NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', 'administratie@klant1.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (83, 1, 'J001', 'open', false, NULL, 'detailed', '2026-11-25 08:17:40.455114+00', '2026-11-25 08:17:40.490471+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 1, 'Vaste Klant B.V.', NULL, NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', 'administratie@klant1.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (84, 1, 'J002', 'open', false, NULL, 'detailed', '2026-11-25 08:17:40.463759+00', '2026-11-25 08:17:40.490512+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 2, 'Prospect Events B.V.', NULL, NULL, 'Proefstraat 2', NULL, '1017 CD', 'Amsterdam', 'NL', 'administratie@klant2.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (85, 1, 'J003', 'open', false, NULL, 'detailed', '2026-11-25 08:17:40.46394+00', '2026-11-25 08:17:40.490522+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 3, '20 Coöperatieve Vere', NULL, NULL, 'Proefstraat 120', NULL, '9711 EF', 'Groningen', 'NL', 'administratie@klant120.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (86, 1, 'J004', 'open', false, NULL, 'detailed', '2026-11-25 08:17:40.464015+00', '2026-11-25 08:17:40.49053+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 4, '30 Coöperatieve Vereniging van', NULL, NULL, 'Proefstraat 130', NULL, '9711 EF', 'Groningen', 'NL', 'administratie@klant130.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (87, 1, 'J005', 'open', false, NULL, 'detailed', '2026-11-25 08:17:40.464082+00', '2026-11-25 08:17:40.490542+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 5, '40 Coöperatieve Vereniging van Gezamenli', NULL, NULL, 'Proefstraat 140', NULL, '9711 EF', 'Groningen', 'NL', 'administratie@klant140.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (88, 1, 'J006', 'open', false, NULL, 'detailed', '2026-11-25 08:17:40.464147+00', '2026-11-25 08:17:40.49055+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 6, '49 Coöperatieve Vereniging van Gezamenlijke Evene', NULL, NULL, 'Proefstraat 149', NULL, '9711 EF', 'Groningen', 'NL', 'administratie@klant149.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (89, 1, 'J007', 'open', false, NULL, 'detailed', '2026-11-25 08:17:40.464212+00', '2026-11-25 08:17:40.490557+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 7, '50 Coöperatieve Vereniging van Gezamenlijke Evenem', NULL, NULL, 'Proefstraat 150', NULL, '9711 EF', 'Groningen', 'NL', 'administratie@klant150.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (90, 1, 'J008', 'open', false, NULL, 'detailed', '2026-11-25 08:17:40.464273+00', '2026-11-25 08:17:40.490564+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 8, 'Jansen & Zonen Feesten B.V.', NULL, NULL, 'Proefstraat 3', NULL, '4811 AB', 'Breda', 'NL', 'administratie@klant3.example', 'NL000099998B57', NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (91, 1, 'J009', 'open', false, NULL, 'detailed', '2026-11-25 08:17:40.464336+00', '2026-11-25 08:17:40.490572+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 9, 'Café ''t Ĳ / ''De Ŝtĕr'' (Brouwerij)', NULL, NULL, 'Proefstraat 4', NULL, '1018 AA', 'Amsterdam', 'NL', 'administratie@klant4.example', NULL, '38480752', 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (92, 1, 'J010', 'open', false, NULL, 'detailed', '2026-11-25 08:17:40.464399+00', '2026-11-25 08:17:40.49058+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 10, '51 Coöperatieve Vereniging van Gezamenlijke Eveneme', NULL, NULL, 'Proefstraat 151', NULL, '9711 EF', 'Groningen', 'NL', 'administratie@klant151.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (93, 1, 'J011', 'open', false, NULL, 'detailed', '2026-11-25 08:17:40.46446+00', '2026-11-25 08:17:40.490587+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 11, '60 Coöperatieve Vereniging van Gezamenlijke Evenementenlocat', NULL, NULL, 'Proefstraat 160', NULL, '9711 EF', 'Groningen', 'NL', 'administratie@klant160.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (94, 1, 'J012', 'open', false, NULL, 'detailed', '2026-11-25 08:17:40.464522+00', '2026-11-25 08:17:40.490595+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 12, '70 Coöperatieve Vereniging van Gezamenlijke Evenementenlocaties, Congr', NULL, NULL, 'Proefstraat 170', NULL, '9711 EF', 'Groningen', 'NL', 'administratie@klant170.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (95, 1, 'J013', 'open', false, NULL, 'detailed', '2026-11-25 08:17:40.464683+00', '2026-11-25 08:17:40.490602+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 13, '80 Coöperatieve Vereniging van Gezamenlijke Evenementenlocaties, Congrescentra &', NULL, NULL, 'Proefstraat 180', NULL, '9711 EF', 'Groningen', 'NL', 'administratie@klant180.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (96, 1, 'J014', 'open', false, NULL, 'detailed', '2026-11-25 08:17:40.464747+00', '2026-11-25 08:17:40.490609+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 14, '100 Coöperatieve Vereniging van Gezamenlijke Evenementenlocaties, Congrescentra & Theaters in de Noo', NULL, NULL, 'Proefstraat 200', NULL, '9711 EF', 'Groningen', 'NL', 'administratie@klant200.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (97, 1, 'J015', 'open', false, NULL, 'detailed', '2026-11-25 08:17:40.464807+00', '2026-11-25 08:17:40.490617+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 15, '119 Coöperatieve Vereniging van Gezamenlijke Evenementenlocaties, Congrescentra & Theaters in de Noordelijke Provincies', NULL, NULL, 'Proefstraat 219', NULL, '9711 EF', 'Groningen', 'NL', 'administratie@klant219.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (98, 1, 'J016', 'open', false, NULL, 'detailed', '2026-11-25 08:17:40.464869+00', '2026-11-25 08:17:40.490624+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 16, '120 Coöperatieve Vereniging van Gezamenlijke Evenementenlocaties, Congrescentra & Theaters in de Noordelijke Provinciesx', NULL, NULL, 'Proefstraat 220', NULL, '9711 EF', 'Groningen', 'NL', 'administratie@klant220.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (99, 1, 'J017', 'open', false, NULL, 'detailed', '2026-11-25 08:17:40.464928+00', '2026-11-25 08:17:40.490631+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 17, 'Rheinblick Veranstaltungen GmbH', NULL, NULL, 'Proefstraat 5', NULL, 'D-50667', 'Köln', 'DE', 'administratie@klant5.example', 'DE136695976', NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (100, 1, 'J018', 'open', false, NULL, 'detailed', '2026-11-25 08:17:40.464989+00', '2026-11-25 08:17:40.490638+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 18, 'Brasserie De Haan', NULL, NULL, 'Proefstraat 6', NULL, '8420', 'De Haan', 'België', 'administratie@klant6.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (101, 1, 'J019', 'open', false, NULL, 'detailed', '2026-11-25 08:17:40.465047+00', '2026-11-25 08:17:40.490645+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 19, 'Lisboa Congressos Lda', NULL, NULL, 'Proefstraat 7', NULL, 'PT-1000-001', 'Lisboa', 'PT', 'administratie@klant7.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (102, 1, 'J020', 'open', false, NULL, 'detailed', '2026-11-25 08:17:40.465105+00', '2026-11-25 08:17:40.490652+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 20, 'Canal Events Ltd', NULL, NULL, 'Proefstraat 8', NULL, 'SW1A 1AA', 'London', 'UK', 'administratie@klant8.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (103, 1, 'J021', 'open', false, NULL, 'detailed', '2026-11-25 08:17:40.465166+00', '2026-11-25 08:17:40.490659+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 21, 'Athina Synedria AE', NULL, NULL, 'Proefstraat 9', NULL, '104 34', 'Athina', 'EL', 'administratie@klant9.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (104, 1, 'J022', 'open', false, NULL, 'detailed', '2026-11-25 08:17:40.465226+00', '2026-11-25 08:17:40.490666+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 22, 'Rue de la Loi SPRL', NULL, NULL, 'Proefstraat 10', NULL, 'B-1040', 'Bruxelles', 'BE', 'administratie@klant10.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (105, 1, 'J023', 'open', false, NULL, 'detailed', '2026-11-25 08:17:40.465282+00', '2026-11-25 08:17:40.490674+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 23, NULL, 'Jan', 'Peeters', 'Proefstraat 27', NULL, '9000', 'Gent', 'BE', 'administratie@klant27.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (106, 1, 'J024', 'open', false, NULL, 'detailed', '2026-11-25 08:17:40.46534+00', '2026-11-25 08:17:40.49068+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 24, 'Zonder Postcode Catering B.V.', NULL, NULL, 'Proefstraat 11', NULL, NULL, 'Breda', 'NL', 'administratie@klant11.example', NULL, '38480753', 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (107, 1, 'J025', 'open', false, NULL, 'detailed', '2026-11-25 08:17:40.465397+00', '2026-11-25 08:17:40.490688+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 25, NULL, 'Eva', 'Roosje', 'Proefstraat 12', NULL, NULL, 'Tilburg', 'NL', 'administratie@klant12.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (108, 1, 'J026', 'open', false, NULL, 'detailed', '2026-11-25 08:17:40.465456+00', '2026-11-25 08:17:40.490695+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 26, 'Zonder Alles B.V.', NULL, NULL, NULL, NULL, NULL, NULL, 'NL', NULL, NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (109, 1, 'J027', 'open', false, NULL, 'detailed', '2026-11-25 08:17:40.465514+00', '2026-11-25 08:17:40.490702+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 27, NULL, 'Jo', 'Kaal', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (110, 1, 'J028', 'open', false, NULL, 'detailed', '2026-11-25 08:17:40.46557+00', '2026-11-25 08:17:40.490709+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 28, NULL, 'Piet', 'Janssens', NULL, NULL, '9000', NULL, 'BE', NULL, NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (111, 1, 'J029', 'open', false, NULL, 'detailed', '2026-11-25 08:17:40.465626+00', '2026-11-25 08:17:40.490716+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 29, 'Stichting Openbaar Primair Onderwijs Regio Zuidoost locatie De Ster', NULL, NULL, 'Proefstraat 15', NULL, '4811 AB', 'Breda', 'NL', 'administratie@klant15.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (112, 1, 'J030', 'open', false, NULL, 'detailed', '2026-11-25 08:17:40.465682+00', '2026-11-25 08:17:40.490723+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 30, 'Stichting Openbaar Primair Onderwijs Regio Zuidoost locatie De Maan', NULL, NULL, 'Proefstraat 16', NULL, '4811 AB', 'Breda', 'NL', 'administratie@klant16.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (113, 1, 'J031', 'open', false, NULL, 'detailed', '2026-11-25 08:17:40.465739+00', '2026-11-25 08:17:40.49073+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 31, 'Particulier', 'Eva', 'Maas', 'Proefstraat 17', NULL, '5611 AZ', 'Eindhoven', 'NL', 'administratie@klant17.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (114, 1, 'J032', 'open', false, NULL, 'detailed', '2026-11-25 08:17:40.465798+00', '2026-11-25 08:17:40.490737+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 32, 'Particulier', 'Tom', 'Dennis', 'Proefstraat 18', NULL, '5611 AZ', 'Eindhoven', 'NL', 'administratie@klant18.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (115, 1, 'J033', 'open', false, NULL, 'detailed', '2026-11-25 08:17:40.465856+00', '2026-11-25 08:17:40.490744+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 33, 'Wanbetaler Horeca B.V.', NULL, NULL, 'Proefstraat 21', NULL, '4811 AC', 'Breda', 'NL', 'administratie@klant21.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (116, 1, 'J801', 'open', false, NULL, 'detailed', '2026-11-25 08:18:10.691211+00', '2026-11-25 08:18:10.710407+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 34, 'Dubbel Feest B.V.', NULL, NULL, 'Proefstraat 19', NULL, '6211 AA', 'Maastricht', 'NL', 'administratie@klant19.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (117, 1, 'J802', 'open', false, NULL, 'detailed', '2026-11-25 08:18:10.70761+00', '2026-11-25 08:18:10.710439+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 42, 'Gloednieuw B.V.', NULL, NULL, 'Proefstraat 26', NULL, '1011 AA', 'Amsterdam', 'NL', 'administratie@klant26.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (118, 1, 'J803', 'open', false, NULL, 'detailed', '2026-11-25 08:18:10.707767+00', '2026-11-25 08:18:10.710448+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 43, 'Jansen & Zonen Feesten B.V.', NULL, NULL, 'Proefstraat 29', NULL, '4811 AB', 'Breda', 'NL', 'administratie@klant29.example', 'NL004495445B01', NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (119, 1, 'J804', 'open', false, NULL, 'detailed', '2026-11-25 08:18:10.707844+00', '2026-11-25 08:18:10.710456+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 40, 'Half Gemaakt B.V.', NULL, NULL, 'Proefstraat 22', NULL, '7511 AA', 'Enschede', 'NL', 'administratie@klant22.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (120, 1, 'J805', 'open', false, NULL, 'detailed', '2026-11-25 08:18:10.707913+00', '2026-11-25 08:18:10.710464+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 41, 'Niet Gemaakt B.V.', NULL, NULL, 'Proefstraat 23', NULL, '7511 AB', 'Enschede', 'NL', 'administratie@klant23.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (121, 1, 'J900', 'credit', true, 59, 'detailed', '2026-11-25 08:18:40.745999+00', '2026-11-25 08:18:40.749455+00', '2026-11-16', NULL, 14, 'EUR', false, NULL, NULL, NULL, NULL, 1, 'Vaste Klant B.V.', NULL, NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', 'administratie@klant1.example', NULL, NULL, -1000, -210, -1210);
INSERT INTO public.mice_invoice VALUES (122, 4, 'T001', 'open', false, NULL, 'detailed', '2026-11-25 08:19:13.101249+00', '2026-11-25 08:19:13.105257+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 44, 'Vaste Klant B.V.', NULL, NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', 'administratie@klant1.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (123, 4, 'T002', 'open', false, NULL, 'detailed', '2026-11-25 08:19:13.101567+00', '2026-11-25 08:19:13.105296+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 45, 'Half Gemaakt B.V.', NULL, NULL, 'Proefstraat 22', NULL, '7511 AA', 'Enschede', 'NL', 'administratie@klant22.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (124, 4, 'T003', 'open', false, NULL, 'detailed', '2026-11-25 08:19:43.934168+00', '2026-11-25 08:19:43.948582+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 44, 'Vaste Klant B.V.', NULL, NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', 'administratie@klant1.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (125, 4, 'T004', 'open', false, NULL, 'detailed', '2026-11-25 08:19:43.934486+00', '2026-11-25 08:19:43.948616+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 44, 'Vaste Klant B.V.', NULL, NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', 'administratie@klant1.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (126, 5, 'V001', 'open', false, NULL, 'detailed', '2026-11-25 08:20:17.646665+00', '2026-11-25 08:20:17.661467+00', '2026-11-16', '2026-12-16', 30, 'EUR', false, NULL, NULL, NULL, NULL, 46, 'Domaine du Lac SPRL', NULL, NULL, 'Proefstraat 30', NULL, '1000', 'Bruxelles', 'BE', 'administratie@klant30.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (127, 5, 'V002', 'open', false, NULL, 'detailed', '2026-11-25 08:20:17.646927+00', '2026-11-25 08:20:17.661507+00', '2026-11-16', '2026-12-03', 17, 'EUR', false, NULL, NULL, NULL, NULL, 46, 'Domaine du Lac SPRL', NULL, NULL, 'Proefstraat 30', NULL, '1000', 'Bruxelles', 'BE', 'administratie@klant30.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (128, 5, 'V003', 'open', false, NULL, 'detailed', '2026-11-25 08:20:48.825263+00', '2026-11-25 08:20:48.826853+00', '2026-11-16', '2026-12-16', 30, 'EUR', false, NULL, NULL, NULL, NULL, 46, 'Domaine du Lac SPRL', NULL, NULL, 'Proefstraat 30', NULL, '1000', 'Bruxelles', 'BE', 'administratie@klant30.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (129, 6, 'N001', 'open', false, NULL, 'detailed', '2026-11-25 08:21:20.603189+00', '2026-11-25 08:21:20.609862+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 47, 'Vaste Klant B.V.', NULL, NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', 'administratie@klant1.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (130, 6, 'N002', 'open', false, NULL, 'detailed', '2026-11-25 08:21:20.607577+00', '2026-11-25 08:21:20.609897+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 47, 'Vaste Klant B.V.', NULL, NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', 'administratie@klant1.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (131, 7, 'N001', 'open', false, NULL, 'detailed', '2026-11-25 08:21:52.07373+00', '2026-11-25 08:21:52.08773+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 48, 'Vaste Klant B.V.', NULL, NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', 'administratie@klant1.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice VALUES (132, 7, 'N002', 'open', false, NULL, 'detailed', '2026-11-25 08:21:52.073951+00', '2026-11-25 08:21:52.087784+00', '2026-11-16', '2026-11-30', 14, 'EUR', false, NULL, NULL, NULL, NULL, 48, 'Vaste Klant B.V.', NULL, NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', 'administratie@klant1.example', NULL, NULL, 10000, 2100, 12100);
INSERT INTO public.mice_invoice_line VALUES (1, 1, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (2, 2, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (3, 3, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (4, 4, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (5, 5, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (6, 6, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (7, 7, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (8, 8, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (9, 9, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (10, 10, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (11, 11, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (12, 12, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (13, 13, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (14, 14, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (15, 15, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (16, 16, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (17, 17, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (18, 18, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (19, 19, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (20, 20, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (21, 21, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (22, 22, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (23, 23, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (24, 24, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (25, 25, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (26, 26, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (27, 27, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (28, 28, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (29, 29, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (30, 30, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (31, 31, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (32, 32, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (33, 33, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (34, 34, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (35, 35, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (36, 36, 1, 'receipt', 'Zaalhuur', NULL, '1', '80.00', '21', NULL, 8000, 1680, 9680, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (37, 36, 2, 'product', 'Zaalhuur', NULL, '1', '20.00', '9', 13, 2000, 180, 2180, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (38, 37, 1, 'product', 'Zaalhuur', NULL, '1', '-100.00', '21', 1, -10000, -2100, -12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (39, 38, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (40, 39, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (41, 40, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (42, 41, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (43, 42, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (44, 43, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (45, 44, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 14, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (46, 45, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 14, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (47, 46, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 14, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (48, 47, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 26, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (49, 48, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 26, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (50, 49, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 26, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (51, 50, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 26, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (52, 51, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (53, 52, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '6', 38, 10000, 600, 10600, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (54, 53, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2700, 12700, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (55, 54, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (56, 55, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (57, 56, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (58, 57, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (59, 58, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (60, 59, 1, 'product', 'Zaalhuur', NULL, '1', '10.00', '21', 39, 1000, 210, 1210, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (61, 60, 1, 'product', 'Zaalhuur', NULL, '1', '10.00', '21', 40, 1000, 210, 1210, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (62, 61, 1, 'product', 'Zaalhuur', NULL, '1', '10.00', '21', 41, 1000, 210, 1210, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (63, 62, 1, 'product', 'Zaalhuur', NULL, '1', '10.00', '21', 41, 1000, 210, 1210, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (64, 63, 1, 'product', 'Zaalhuur', NULL, '1', '10.00', '21', 41, 1000, 210, 1210, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (65, 64, 1, 'product', 'Zaalhuur', NULL, '1', '0.00', '21', 1, 0, 0, 0, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (66, 65, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (67, 66, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (68, 68, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (69, 69, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (70, 70, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (71, 71, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (72, 72, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (73, 73, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (74, 74, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (75, 76, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (76, 78, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (77, 79, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (78, 80, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (79, 81, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (80, 82, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (81, 83, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (82, 84, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (83, 85, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (84, 86, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (85, 87, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (86, 88, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (87, 89, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (88, 90, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (89, 91, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (90, 92, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (91, 93, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (92, 94, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (93, 95, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (94, 96, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (95, 97, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (96, 98, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (97, 99, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (98, 100, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (99, 101, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (100, 102, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (101, 103, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (102, 104, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (103, 105, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (104, 106, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (105, 107, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (106, 108, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (107, 109, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (108, 110, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (109, 111, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (110, 112, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (111, 113, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (112, 114, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (113, 115, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (114, 116, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (115, 117, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (116, 118, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (117, 119, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (118, 120, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 1, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (119, 121, 1, 'product', 'Zaalhuur', NULL, '1', '-10.00', '21', 39, -1000, -210, -1210, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (120, 122, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 42, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (121, 123, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 42, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (122, 124, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 42, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (123, 125, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 42, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (124, 126, 1, 'receipt', 'Zaalhuur', NULL, '1', '100.00', '21', NULL, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (125, 127, 1, 'receipt', 'Zaalhuur', NULL, '1', '100.00', '21', NULL, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (126, 128, 1, 'receipt', 'Zaalhuur', NULL, '1', '100.00', '21', NULL, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (127, 129, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 66, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (128, 130, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 66, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (129, 131, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 78, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_line VALUES (130, 132, 1, 'product', 'Zaalhuur', NULL, '1', '100.00', '21', 78, 10000, 2100, 12100, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_invoice_sync VALUES (1, 1, 'exact', '9d63bcf9-e58b-52d1-81c3-97aacff52861', '2026-11-17 08:01:33.084619+00', 'processed');
INSERT INTO public.mice_invoice_sync VALUES (2, 2, 'exact', 'dfc3758b-e9a8-56c1-ba94-712344f35381', '2026-11-17 08:01:33.158913+00', 'processed');
INSERT INTO public.mice_invoice_sync VALUES (3, 3, 'exact', 'f03e5bbd-1362-598a-933e-a181327cb6ab', '2026-11-17 08:01:33.237756+00', 'processed');
INSERT INTO public.mice_invoice_sync VALUES (4, 4, 'exact', '345eb590-1d20-526c-b196-8af472c07be1', '2026-11-17 08:01:33.275747+00', 'processed');
INSERT INTO public.mice_invoice_sync VALUES (5, 5, 'exact', 'f9342f5e-6ffa-5a49-a77a-dd2c6f9dd121', '2026-11-17 08:01:33.324686+00', 'processed');
INSERT INTO public.mice_invoice_sync VALUES (6, 6, 'exact', 'd1f2b7e1-c781-5632-a488-92c2a4afc5c3', '2026-11-17 08:01:33.383924+00', 'processed');
INSERT INTO public.mice_invoice_sync VALUES (7, 7, 'exact', 'ba105736-5735-5f2a-bdb6-193a127c3e98', '2026-11-17 08:01:33.457143+00', 'processed');
INSERT INTO public.mice_invoice_sync VALUES (8, 8, 'exact', 'b5b4ea98-90d9-5a83-ac34-77c217a542e1', '2026-11-17 08:01:33.528916+00', 'processed');
INSERT INTO public.mice_invoice_sync VALUES (9, 9, 'exact', '5ec8b5ba-031c-52fb-ab79-31d7ba033f58', '2026-11-17 08:01:33.598606+00', 'processed');
INSERT INTO public.mice_invoice_sync VALUES (10, 10, 'exact', '8dbf2698-487a-5fba-8213-394966d71cea', '2026-11-17 08:01:33.662827+00', 'processed');
INSERT INTO public.mice_invoice_sync VALUES (11, 11, 'exact', 'b7bdf7f2-1c4a-51fa-9f46-cd7a7e10540c', '2026-11-17 08:01:33.714306+00', 'processed');
INSERT INTO public.mice_invoice_sync VALUES (12, 12, 'exact', '44585f07-3907-5060-9faa-5e21f0a20d78', '2026-11-17 08:01:33.772577+00', 'processed');
INSERT INTO public.mice_invoice_sync VALUES (13, 13, 'exact', 'da23697b-479f-5f6d-9b51-b9a20fb095c6', '2026-11-17 08:01:33.832969+00', 'processed');
INSERT INTO public.mice_invoice_sync VALUES (14, 14, 'exact', '8cf1a925-57ad-59c3-8138-00944ea49104', '2026-11-17 08:01:33.885396+00', 'processed');
INSERT INTO public.mice_invoice_sync VALUES (15, 15, 'exact', 'b84b386a-b7c6-5c18-80a5-80eb4183ad62', '2026-11-17 08:01:33.932718+00', 'processed');
INSERT INTO public.mice_invoice_sync VALUES (16, 16, 'exact', '376e967c-1d56-541e-9192-ee3f0afc05a2', '2026-11-17 08:01:33.982069+00', 'processed');
INSERT INTO public.mice_invoice_sync VALUES (17, 17, 'exact', '086d8f4a-17ee-5fd6-90f5-6aca623beb3a', '2026-11-17 08:01:34.034558+00', 'processed');
INSERT INTO public.mice_invoice_sync VALUES (18, 18, 'exact', 'a0f4a494-8b01-5921-90f5-2739fe3ef287', '2026-11-17 08:01:34.094928+00', 'processed');
INSERT INTO public.mice_invoice_sync VALUES (19, 19, 'exact', '82eb6eeb-cd67-5997-9d5e-38d931448fc8', '2026-11-17 08:01:34.15842+00', 'processed');
INSERT INTO public.mice_invoice_sync VALUES (20, 22, 'exact', '2bf45a37-1fc6-51e9-8d04-feece8c2b4bc', '2026-11-17 08:01:34.253541+00', 'processed');
INSERT INTO public.mice_invoice_sync VALUES (21, 23, 'exact', '2d62ef6e-b892-5823-bc7a-1a9906148d69', '2026-11-17 08:01:34.311528+00', 'processed');
INSERT INTO public.mice_invoice_sync VALUES (22, 24, 'exact', 'a73a06cc-d449-53d6-b58f-a960b0f19664', '2026-11-17 08:01:34.386756+00', 'processed');
INSERT INTO public.mice_invoice_sync VALUES (23, 25, 'exact', '931eed42-c7df-5a9b-9a20-6e58ef9baf4f', '2026-11-17 08:01:34.429703+00', 'processed');
INSERT INTO public.mice_invoice_sync VALUES (24, 26, 'exact', '3a89132c-064a-55c6-9384-8a4ca666adba', '2026-11-17 08:01:34.470253+00', 'processed');
INSERT INTO public.mice_invoice_sync VALUES (25, 27, 'exact', 'ee400129-eda2-5654-92e4-ce063bbeb422', '2026-11-17 08:01:34.522865+00', 'processed');
INSERT INTO public.mice_invoice_sync VALUES (26, 28, 'exact', '78fb6a93-6cde-52cc-84d4-6eea911a3317', '2026-11-17 08:01:34.576455+00', 'processed');
INSERT INTO public.mice_invoice_sync VALUES (27, 29, 'exact', '0fb15d54-7ff5-558c-8c9f-f24b5056f134', '2026-11-17 08:01:34.642731+00', 'processed');
INSERT INTO public.mice_invoice_sync VALUES (28, 30, 'exact', '0f80d47b-4cd3-5315-890b-dea7ebb1e563', '2026-11-17 08:01:34.682775+00', 'processed');
INSERT INTO public.mice_invoice_sync VALUES (29, 31, 'exact', '4deee90e-4ee2-536d-be2a-5a502e928887', '2026-11-17 08:01:34.803209+00', 'processed');
INSERT INTO public.mice_invoice_sync VALUES (30, 32, 'exact', '6ecd5aa3-50ef-5b6c-996f-4eca95517ea2', '2026-11-17 08:01:34.844725+00', 'processed');
INSERT INTO public.mice_invoice_sync VALUES (31, 33, 'exact', 'f2aead65-2c97-50a8-a99b-b61d47cb89e9', '2026-11-17 08:01:34.90891+00', 'processed');
INSERT INTO public.mice_invoice_sync VALUES (32, 36, 'exact', '736609ef-844b-59ea-b0a7-7bd787d3d9e1', '2026-11-17 08:01:34.99819+00', 'processed');
INSERT INTO public.mice_invoice_sync VALUES (33, 37, 'exact', 'a2a04b33-f306-52e3-8d9c-68acb58137ab', '2026-11-17 08:01:35.117548+00', 'processed');
INSERT INTO public.mice_invoice_sync VALUES (34, 34, 'exact', '00cc7cfa-caac-5d32-b4bf-ebb387f79c63', '2026-11-18 08:01:35.938475+00', 'processed');
INSERT INTO public.mice_invoice_sync VALUES (35, 38, 'exact', 'c31ef961-3461-5382-b599-e9f6530fab68', '2026-11-19 08:02:06.407087+00', 'processed');
INSERT INTO public.mice_invoice_sync VALUES (36, 43, 'exact', '80071d2d-2d43-40e0-ae1e-8b298a51c1fc', '2026-11-20 08:02:37.101024+00', 'processed');
INSERT INTO public.mice_invoice_sync VALUES (37, 39, 'exact', 'c21e844e-f25c-446a-9f46-85c3eebb1464', '2026-11-20 08:02:37.304397+00', 'processed');
INSERT INTO public.mice_invoice_sync VALUES (38, 40, 'exact', '84fe742e-165a-5b7a-a5b0-fbef1d436bd2', '2026-11-21 08:02:37.954849+00', 'processed');
INSERT INTO public.mice_invoice_sync VALUES (39, 44, 'exact', '4b94a04e-44f3-5a2b-b1ee-0bfe3243e443', '2026-11-21 08:03:10.117099+00', 'processed');
INSERT INTO public.mice_invoice_sync VALUES (40, 48, 'exact', '1d91ee6b-a7d6-5a1f-bb77-16e389834c2d', '2026-11-22 08:04:42.169725+00', 'processed');
INSERT INTO public.mice_invoice_sync VALUES (41, 71, 'exact', '6cc15179-d989-54c4-bf3f-df837049b912', '2026-11-25 08:14:07.54954+00', 'processed');
INSERT INTO public.mice_invoice_sync VALUES (42, 72, 'exact', 'f72bed87-aca3-50ff-ba44-bcdf225dc784', '2026-11-25 08:14:07.63109+00', 'processed');
INSERT INTO public.mice_invoice_sync VALUES (43, 73, 'exact', '04a2be81-363d-548d-b747-4a588fc6874a', '2026-11-25 08:14:07.717504+00', 'processed');
INSERT INTO public.mice_invoice_sync VALUES (44, 122, 'exact', '4d05d8b3-f3f1-53fd-88a1-cc6a0eebbcd0', '2026-11-25 08:19:43.69311+00', 'processed');
INSERT INTO public.mice_invoice_sync VALUES (45, 123, 'exact', '4ed13500-c8d4-5126-8608-89aa5ac6cf2c', '2026-11-25 08:19:43.836625+00', 'processed');
INSERT INTO public.mice_invoice_sync VALUES (46, 126, 'exact', '90a40bad-be77-5ef2-a3d6-93cec951f4dc', '2026-11-25 08:20:48.729116+00', 'processed');
INSERT INTO public.mice_location VALUES (1, 1, 'Grote Zaal', 250, '950.00', 1);
INSERT INTO public.mice_location VALUES (2, 1, 'Tuinkamer', 60, '375.00', 1);
INSERT INTO public.mice_location VALUES (3, 1, 'Dakterras', 120, '525.00', 1);
INSERT INTO public.mice_location VALUES (4, 2, 'Grote Zaal', 250, '950.00', 14);
INSERT INTO public.mice_location VALUES (5, 2, 'Tuinkamer', 60, '375.00', 14);
INSERT INTO public.mice_location VALUES (6, 2, 'Dakterras', 120, '525.00', 14);
INSERT INTO public.mice_location VALUES (7, 3, 'Grote Zaal', 250, '950.00', 26);
INSERT INTO public.mice_location VALUES (8, 3, 'Tuinkamer', 60, '375.00', 26);
INSERT INTO public.mice_location VALUES (9, 3, 'Dakterras', 120, '525.00', 26);
INSERT INTO public.mice_location VALUES (10, 4, 'Grote Zaal', 250, '950.00', 42);
INSERT INTO public.mice_location VALUES (11, 4, 'Tuinkamer', 60, '375.00', 42);
INSERT INTO public.mice_location VALUES (12, 4, 'Dakterras', 120, '525.00', 42);
INSERT INTO public.mice_location VALUES (13, 5, 'Grote Zaal', 250, '950.00', 54);
INSERT INTO public.mice_location VALUES (14, 5, 'Tuinkamer', 60, '375.00', 54);
INSERT INTO public.mice_location VALUES (15, 5, 'Dakterras', 120, '525.00', 54);
INSERT INTO public.mice_location VALUES (16, 6, 'Grote Zaal', 250, '950.00', 66);
INSERT INTO public.mice_location VALUES (17, 6, 'Tuinkamer', 60, '375.00', 66);
INSERT INTO public.mice_location VALUES (18, 6, 'Dakterras', 120, '525.00', 66);
INSERT INTO public.mice_location VALUES (19, 7, 'Grote Zaal', 250, '950.00', 78);
INSERT INTO public.mice_location VALUES (20, 7, 'Tuinkamer', 60, '375.00', 78);
INSERT INTO public.mice_location VALUES (21, 7, 'Dakterras', 120, '525.00', 78);
INSERT INTO public.mice_mail VALUES (1, 3, 'beheerder@kas.test', 'Exact Online: opnieuw inloggen nodig', 'De koppeling met Exact Online is niet meer ingelogd. Ga naar Beheer > Instellingen > Koppelingen > Exact Online en kies Opnieuw inloggen. Facturen die klaarstaan blijven klaarstaan en worden daarna alsnog geboekt.', NULL, '2026-11-24 08:05:42.601059+00');
INSERT INTO public.mice_package VALUES (1, 1, 'Vergaderarrangement 8 uur', true);
INSERT INTO public.mice_package VALUES (2, 1, 'Bruiloft compleet', true);
INSERT INTO public.mice_package VALUES (3, 1, 'Receptie vaste prijs', false);
INSERT INTO public.mice_package VALUES (4, 2, 'Vergaderarrangement 8 uur', true);
INSERT INTO public.mice_package VALUES (5, 2, 'Bruiloft compleet', true);
INSERT INTO public.mice_package VALUES (6, 2, 'Receptie vaste prijs', false);
INSERT INTO public.mice_package VALUES (7, 3, 'Vergaderarrangement 8 uur', true);
INSERT INTO public.mice_package VALUES (8, 3, 'Bruiloft compleet', true);
INSERT INTO public.mice_package VALUES (9, 3, 'Receptie vaste prijs', false);
INSERT INTO public.mice_package VALUES (10, 4, 'Vergaderarrangement 8 uur', true);
INSERT INTO public.mice_package VALUES (11, 4, 'Bruiloft compleet', true);
INSERT INTO public.mice_package VALUES (12, 4, 'Receptie vaste prijs', false);
INSERT INTO public.mice_package VALUES (13, 5, 'Vergaderarrangement 8 uur', true);
INSERT INTO public.mice_package VALUES (14, 5, 'Bruiloft compleet', true);
INSERT INTO public.mice_package VALUES (15, 5, 'Receptie vaste prijs', false);
INSERT INTO public.mice_package VALUES (16, 6, 'Vergaderarrangement 8 uur', true);
INSERT INTO public.mice_package VALUES (17, 6, 'Bruiloft compleet', true);
INSERT INTO public.mice_package VALUES (18, 6, 'Receptie vaste prijs', false);
INSERT INTO public.mice_package VALUES (19, 7, 'Vergaderarrangement 8 uur', true);
INSERT INTO public.mice_package VALUES (20, 7, 'Bruiloft compleet', true);
INSERT INTO public.mice_package VALUES (21, 7, 'Receptie vaste prijs', false);
INSERT INTO public.mice_package_item VALUES (1, 1, 1, true);
INSERT INTO public.mice_package_item VALUES (2, 1, 2, true);
INSERT INTO public.mice_package_item VALUES (3, 1, 6, false);
INSERT INTO public.mice_package_item VALUES (4, 2, 4, true);
INSERT INTO public.mice_package_item VALUES (5, 2, 5, true);
INSERT INTO public.mice_package_item VALUES (6, 4, 10, true);
INSERT INTO public.mice_package_item VALUES (7, 4, 11, true);
INSERT INTO public.mice_package_item VALUES (8, 4, 15, false);
INSERT INTO public.mice_package_item VALUES (9, 5, 13, true);
INSERT INTO public.mice_package_item VALUES (10, 5, 14, true);
INSERT INTO public.mice_package_item VALUES (11, 7, 19, true);
INSERT INTO public.mice_package_item VALUES (12, 7, 20, true);
INSERT INTO public.mice_package_item VALUES (13, 7, 24, false);
INSERT INTO public.mice_package_item VALUES (14, 8, 22, true);
INSERT INTO public.mice_package_item VALUES (15, 8, 23, true);
INSERT INTO public.mice_package_item VALUES (16, 10, 28, true);
INSERT INTO public.mice_package_item VALUES (17, 10, 29, true);
INSERT INTO public.mice_package_item VALUES (18, 10, 33, false);
INSERT INTO public.mice_package_item VALUES (19, 11, 31, true);
INSERT INTO public.mice_package_item VALUES (20, 11, 32, true);
INSERT INTO public.mice_package_item VALUES (21, 13, 37, true);
INSERT INTO public.mice_package_item VALUES (22, 13, 38, true);
INSERT INTO public.mice_package_item VALUES (23, 13, 42, false);
INSERT INTO public.mice_package_item VALUES (24, 14, 40, true);
INSERT INTO public.mice_package_item VALUES (25, 14, 41, true);
INSERT INTO public.mice_package_item VALUES (26, 16, 46, true);
INSERT INTO public.mice_package_item VALUES (27, 16, 47, true);
INSERT INTO public.mice_package_item VALUES (28, 16, 51, false);
INSERT INTO public.mice_package_item VALUES (29, 17, 49, true);
INSERT INTO public.mice_package_item VALUES (30, 17, 50, true);
INSERT INTO public.mice_package_item VALUES (31, 19, 55, true);
INSERT INTO public.mice_package_item VALUES (32, 19, 56, true);
INSERT INTO public.mice_package_item VALUES (33, 19, 60, false);
INSERT INTO public.mice_package_item VALUES (34, 20, 58, true);
INSERT INTO public.mice_package_item VALUES (35, 20, 59, true);
INSERT INTO public.mice_package_part VALUES (1, 1, 1, '14.50');
INSERT INTO public.mice_package_part VALUES (1, 2, 2, '22.25');
INSERT INTO public.mice_package_part VALUES (1, 3, 3, '6.75');
INSERT INTO public.mice_package_part VALUES (2, 4, 1, '12.3333');
INSERT INTO public.mice_package_part VALUES (2, 5, 2, '41.3333');
INSERT INTO public.mice_package_part VALUES (2, 6, 4, '24.3334');
INSERT INTO public.mice_package_part VALUES (3, 7, 4, '625.00');
INSERT INTO public.mice_package_part VALUES (3, 8, 2, '625.00');
INSERT INTO public.mice_package_part VALUES (4, 9, 14, '14.50');
INSERT INTO public.mice_package_part VALUES (4, 10, 15, '22.25');
INSERT INTO public.mice_package_part VALUES (4, 11, 16, '6.75');
INSERT INTO public.mice_package_part VALUES (5, 12, 14, '12.3333');
INSERT INTO public.mice_package_part VALUES (5, 13, 15, '41.3333');
INSERT INTO public.mice_package_part VALUES (5, 14, 17, '24.3334');
INSERT INTO public.mice_package_part VALUES (6, 15, 17, '625.00');
INSERT INTO public.mice_package_part VALUES (6, 16, 15, '625.00');
INSERT INTO public.mice_package_part VALUES (7, 17, 26, '14.50');
INSERT INTO public.mice_package_part VALUES (7, 18, 27, '22.25');
INSERT INTO public.mice_package_part VALUES (7, 19, 28, '6.75');
INSERT INTO public.mice_package_part VALUES (8, 20, 26, '12.3333');
INSERT INTO public.mice_package_part VALUES (8, 21, 27, '41.3333');
INSERT INTO public.mice_package_part VALUES (8, 22, 29, '24.3334');
INSERT INTO public.mice_package_part VALUES (9, 23, 29, '625.00');
INSERT INTO public.mice_package_part VALUES (9, 24, 27, '625.00');
INSERT INTO public.mice_package_part VALUES (10, 25, 42, '14.50');
INSERT INTO public.mice_package_part VALUES (10, 26, 43, '22.25');
INSERT INTO public.mice_package_part VALUES (10, 27, 44, '6.75');
INSERT INTO public.mice_package_part VALUES (11, 28, 42, '12.3333');
INSERT INTO public.mice_package_part VALUES (11, 29, 43, '41.3333');
INSERT INTO public.mice_package_part VALUES (11, 30, 45, '24.3334');
INSERT INTO public.mice_package_part VALUES (12, 31, 45, '625.00');
INSERT INTO public.mice_package_part VALUES (12, 32, 43, '625.00');
INSERT INTO public.mice_package_part VALUES (13, 33, 54, '14.50');
INSERT INTO public.mice_package_part VALUES (13, 34, 55, '22.25');
INSERT INTO public.mice_package_part VALUES (13, 35, 56, '6.75');
INSERT INTO public.mice_package_part VALUES (14, 36, 54, '12.3333');
INSERT INTO public.mice_package_part VALUES (14, 37, 55, '41.3333');
INSERT INTO public.mice_package_part VALUES (14, 38, 57, '24.3334');
INSERT INTO public.mice_package_part VALUES (15, 39, 57, '625.00');
INSERT INTO public.mice_package_part VALUES (15, 40, 55, '625.00');
INSERT INTO public.mice_package_part VALUES (16, 41, 66, '14.50');
INSERT INTO public.mice_package_part VALUES (16, 42, 67, '22.25');
INSERT INTO public.mice_package_part VALUES (16, 43, 68, '6.75');
INSERT INTO public.mice_package_part VALUES (17, 44, 66, '12.3333');
INSERT INTO public.mice_package_part VALUES (17, 45, 67, '41.3333');
INSERT INTO public.mice_package_part VALUES (17, 46, 69, '24.3334');
INSERT INTO public.mice_package_part VALUES (18, 47, 69, '625.00');
INSERT INTO public.mice_package_part VALUES (18, 48, 67, '625.00');
INSERT INTO public.mice_package_part VALUES (19, 49, 78, '14.50');
INSERT INTO public.mice_package_part VALUES (19, 50, 79, '22.25');
INSERT INTO public.mice_package_part VALUES (19, 51, 80, '6.75');
INSERT INTO public.mice_package_part VALUES (20, 52, 78, '12.3333');
INSERT INTO public.mice_package_part VALUES (20, 53, 79, '41.3333');
INSERT INTO public.mice_package_part VALUES (20, 54, 81, '24.3334');
INSERT INTO public.mice_package_part VALUES (21, 55, 81, '625.00');
INSERT INTO public.mice_package_part VALUES (21, 56, 79, '625.00');
INSERT INTO public.mice_product VALUES (1, 1, 'Koffie en thee onbeperkt', 'Dranken');
INSERT INTO public.mice_product VALUES (2, 1, 'Lunchbuffet', 'Catering');
INSERT INTO public.mice_product VALUES (3, 1, 'Borrelarrangement 2 uur', 'Dranken');
INSERT INTO public.mice_product VALUES (4, 1, 'Diner 3 gangen', 'Catering');
INSERT INTO public.mice_product VALUES (5, 1, 'Wijnarrangement', 'Dranken');
INSERT INTO public.mice_product VALUES (6, 1, 'Beamer en scherm', 'Techniek');
INSERT INTO public.mice_product VALUES (7, 1, 'Geluidstechnicus per uur', 'Personeel');
INSERT INTO public.mice_product VALUES (8, 1, 'Hotelkamer', 'Logies');
INSERT INTO public.mice_product VALUES (9, 1, 'Decoratie op maat', 'Overig');
INSERT INTO public.mice_product VALUES (10, 2, 'Koffie en thee onbeperkt', 'Dranken');
INSERT INTO public.mice_product VALUES (11, 2, 'Lunchbuffet', 'Catering');
INSERT INTO public.mice_product VALUES (12, 2, 'Borrelarrangement 2 uur', 'Dranken');
INSERT INTO public.mice_product VALUES (13, 2, 'Diner 3 gangen', 'Catering');
INSERT INTO public.mice_product VALUES (14, 2, 'Wijnarrangement', 'Dranken');
INSERT INTO public.mice_product VALUES (15, 2, 'Beamer en scherm', 'Techniek');
INSERT INTO public.mice_product VALUES (16, 2, 'Geluidstechnicus per uur', 'Personeel');
INSERT INTO public.mice_product VALUES (17, 2, 'Hotelkamer', 'Logies');
INSERT INTO public.mice_product VALUES (18, 2, 'Decoratie op maat', 'Overig');
INSERT INTO public.mice_product VALUES (19, 3, 'Koffie en thee onbeperkt', 'Dranken');
INSERT INTO public.mice_product VALUES (20, 3, 'Lunchbuffet', 'Catering');
INSERT INTO public.mice_product VALUES (21, 3, 'Borrelarrangement 2 uur', 'Dranken');
INSERT INTO public.mice_product VALUES (22, 3, 'Diner 3 gangen', 'Catering');
INSERT INTO public.mice_product VALUES (23, 3, 'Wijnarrangement', 'Dranken');
INSERT INTO public.mice_product VALUES (24, 3, 'Beamer en scherm', 'Techniek');
INSERT INTO public.mice_product VALUES (25, 3, 'Geluidstechnicus per uur', 'Personeel');
INSERT INTO public.mice_product VALUES (26, 3, 'Hotelkamer', 'Logies');
INSERT INTO public.mice_product VALUES (27, 3, 'Decoratie op maat', 'Overig');
INSERT INTO public.mice_product VALUES (28, 4, 'Koffie en thee onbeperkt', 'Dranken');
INSERT INTO public.mice_product VALUES (29, 4, 'Lunchbuffet', 'Catering');
INSERT INTO public.mice_product VALUES (30, 4, 'Borrelarrangement 2 uur', 'Dranken');
INSERT INTO public.mice_product VALUES (31, 4, 'Diner 3 gangen', 'Catering');
INSERT INTO public.mice_product VALUES (32, 4, 'Wijnarrangement', 'Dranken');
INSERT INTO public.mice_product VALUES (33, 4, 'Beamer en scherm', 'Techniek');
INSERT INTO public.mice_product VALUES (34, 4, 'Geluidstechnicus per uur', 'Personeel');
INSERT INTO public.mice_product VALUES (35, 4, 'Hotelkamer', 'Logies');
INSERT INTO public.mice_product VALUES (36, 4, 'Decoratie op maat', 'Overig');
INSERT INTO public.mice_product VALUES (37, 5, 'Koffie en thee onbeperkt', 'Dranken');
INSERT INTO public.mice_product VALUES (38, 5, 'Lunchbuffet', 'Catering');
INSERT INTO public.mice_product VALUES (39, 5, 'Borrelarrangement 2 uur', 'Dranken');
INSERT INTO public.mice_product VALUES (40, 5, 'Diner 3 gangen', 'Catering');
INSERT INTO public.mice_product VALUES (41, 5, 'Wijnarrangement', 'Dranken');
INSERT INTO public.mice_product VALUES (42, 5, 'Beamer en scherm', 'Techniek');
INSERT INTO public.mice_product VALUES (43, 5, 'Geluidstechnicus per uur', 'Personeel');
INSERT INTO public.mice_product VALUES (44, 5, 'Hotelkamer', 'Logies');
INSERT INTO public.mice_product VALUES (45, 5, 'Decoratie op maat', 'Overig');
INSERT INTO public.mice_product VALUES (46, 6, 'Koffie en thee onbeperkt', 'Dranken');
INSERT INTO public.mice_product VALUES (47, 6, 'Lunchbuffet', 'Catering');
INSERT INTO public.mice_product VALUES (48, 6, 'Borrelarrangement 2 uur', 'Dranken');
INSERT INTO public.mice_product VALUES (49, 6, 'Diner 3 gangen', 'Catering');
INSERT INTO public.mice_product VALUES (50, 6, 'Wijnarrangement', 'Dranken');
INSERT INTO public.mice_product VALUES (51, 6, 'Beamer en scherm', 'Techniek');
INSERT INTO public.mice_product VALUES (52, 6, 'Geluidstechnicus per uur', 'Personeel');
INSERT INTO public.mice_product VALUES (53, 6, 'Hotelkamer', 'Logies');
INSERT INTO public.mice_product VALUES (54, 6, 'Decoratie op maat', 'Overig');
INSERT INTO public.mice_product VALUES (55, 7, 'Koffie en thee onbeperkt', 'Dranken');
INSERT INTO public.mice_product VALUES (56, 7, 'Lunchbuffet', 'Catering');
INSERT INTO public.mice_product VALUES (57, 7, 'Borrelarrangement 2 uur', 'Dranken');
INSERT INTO public.mice_product VALUES (58, 7, 'Diner 3 gangen', 'Catering');
INSERT INTO public.mice_product VALUES (59, 7, 'Wijnarrangement', 'Dranken');
INSERT INTO public.mice_product VALUES (60, 7, 'Beamer en scherm', 'Techniek');
INSERT INTO public.mice_product VALUES (61, 7, 'Geluidstechnicus per uur', 'Personeel');
INSERT INTO public.mice_product VALUES (62, 7, 'Hotelkamer', 'Logies');
INSERT INTO public.mice_product VALUES (63, 7, 'Decoratie op maat', 'Overig');
INSERT INTO public.mice_product_part VALUES (1, 1, 3, '4.25');
INSERT INTO public.mice_product_part VALUES (2, 2, 2, '24.50');
INSERT INTO public.mice_product_part VALUES (3, 3, 4, '12.75');
INSERT INTO public.mice_product_part VALUES (3, 4, 2, '6.50');
INSERT INTO public.mice_product_part VALUES (4, 5, 2, '42.50');
INSERT INTO public.mice_product_part VALUES (5, 6, 4, '18.50');
INSERT INTO public.mice_product_part VALUES (6, 7, 5, '85.00');
INSERT INTO public.mice_product_part VALUES (7, 8, 6, '57.50');
INSERT INTO public.mice_product_part VALUES (8, 9, 7, '98.00');
INSERT INTO public.mice_product_part VALUES (9, 10, 12, '150.00');
INSERT INTO public.mice_product_part VALUES (10, 11, 16, '4.25');
INSERT INTO public.mice_product_part VALUES (11, 12, 15, '24.50');
INSERT INTO public.mice_product_part VALUES (12, 13, 17, '12.75');
INSERT INTO public.mice_product_part VALUES (12, 14, 15, '6.50');
INSERT INTO public.mice_product_part VALUES (13, 15, 15, '42.50');
INSERT INTO public.mice_product_part VALUES (14, 16, 17, '18.50');
INSERT INTO public.mice_product_part VALUES (15, 17, 18, '85.00');
INSERT INTO public.mice_product_part VALUES (16, 18, 19, '57.50');
INSERT INTO public.mice_product_part VALUES (17, 19, 20, '98.00');
INSERT INTO public.mice_product_part VALUES (18, 20, 25, '150.00');
INSERT INTO public.mice_product_part VALUES (19, 21, 28, '4.25');
INSERT INTO public.mice_product_part VALUES (20, 22, 27, '24.50');
INSERT INTO public.mice_product_part VALUES (21, 23, 29, '12.75');
INSERT INTO public.mice_product_part VALUES (21, 24, 27, '6.50');
INSERT INTO public.mice_product_part VALUES (22, 25, 27, '42.50');
INSERT INTO public.mice_product_part VALUES (23, 26, 29, '18.50');
INSERT INTO public.mice_product_part VALUES (24, 27, 30, '85.00');
INSERT INTO public.mice_product_part VALUES (25, 28, 31, '57.50');
INSERT INTO public.mice_product_part VALUES (26, 29, 32, '98.00');
INSERT INTO public.mice_product_part VALUES (27, 30, 37, '150.00');
INSERT INTO public.mice_product_part VALUES (28, 31, 44, '4.25');
INSERT INTO public.mice_product_part VALUES (29, 32, 43, '24.50');
INSERT INTO public.mice_product_part VALUES (30, 33, 45, '12.75');
INSERT INTO public.mice_product_part VALUES (30, 34, 43, '6.50');
INSERT INTO public.mice_product_part VALUES (31, 35, 43, '42.50');
INSERT INTO public.mice_product_part VALUES (32, 36, 45, '18.50');
INSERT INTO public.mice_product_part VALUES (33, 37, 46, '85.00');
INSERT INTO public.mice_product_part VALUES (34, 38, 47, '57.50');
INSERT INTO public.mice_product_part VALUES (35, 39, 48, '98.00');
INSERT INTO public.mice_product_part VALUES (36, 40, 53, '150.00');
INSERT INTO public.mice_product_part VALUES (37, 41, 56, '4.25');
INSERT INTO public.mice_product_part VALUES (38, 42, 55, '24.50');
INSERT INTO public.mice_product_part VALUES (39, 43, 57, '12.75');
INSERT INTO public.mice_product_part VALUES (39, 44, 55, '6.50');
INSERT INTO public.mice_product_part VALUES (40, 45, 55, '42.50');
INSERT INTO public.mice_product_part VALUES (41, 46, 57, '18.50');
INSERT INTO public.mice_product_part VALUES (42, 47, 58, '85.00');
INSERT INTO public.mice_product_part VALUES (43, 48, 59, '57.50');
INSERT INTO public.mice_product_part VALUES (44, 49, 60, '98.00');
INSERT INTO public.mice_product_part VALUES (45, 50, 65, '150.00');
INSERT INTO public.mice_product_part VALUES (46, 51, 68, '4.25');
INSERT INTO public.mice_product_part VALUES (47, 52, 67, '24.50');
INSERT INTO public.mice_product_part VALUES (48, 53, 69, '12.75');
INSERT INTO public.mice_product_part VALUES (48, 54, 67, '6.50');
INSERT INTO public.mice_product_part VALUES (49, 55, 67, '42.50');
INSERT INTO public.mice_product_part VALUES (50, 56, 69, '18.50');
INSERT INTO public.mice_product_part VALUES (51, 57, 70, '85.00');
INSERT INTO public.mice_product_part VALUES (52, 58, 71, '57.50');
INSERT INTO public.mice_product_part VALUES (53, 59, 72, '98.00');
INSERT INTO public.mice_product_part VALUES (54, 60, 77, '150.00');
INSERT INTO public.mice_product_part VALUES (55, 61, 80, '4.25');
INSERT INTO public.mice_product_part VALUES (56, 62, 79, '24.50');
INSERT INTO public.mice_product_part VALUES (57, 63, 81, '12.75');
INSERT INTO public.mice_product_part VALUES (57, 64, 79, '6.50');
INSERT INTO public.mice_product_part VALUES (58, 65, 79, '42.50');
INSERT INTO public.mice_product_part VALUES (59, 66, 81, '18.50');
INSERT INTO public.mice_product_part VALUES (60, 67, 82, '85.00');
INSERT INTO public.mice_product_part VALUES (61, 68, 83, '57.50');
INSERT INTO public.mice_product_part VALUES (62, 69, 84, '98.00');
INSERT INTO public.mice_product_part VALUES (63, 70, 89, '150.00');
INSERT INTO public.mice_rate_group VALUES (1, 1, '21-8000', 'Zaalhuur', '21', '8000', NULL);
INSERT INTO public.mice_rate_group VALUES (2, 1, '9-8100', 'Catering laag', '9', '8100', NULL);
INSERT INTO public.mice_rate_group VALUES (3, 1, '9-8110', 'Dranken laag', '9', '8110', NULL);
INSERT INTO public.mice_rate_group VALUES (4, 1, '21-8115', 'Dranken hoog', '21', '8115', NULL);
INSERT INTO public.mice_rate_group VALUES (5, 1, '21-8200', 'Techniek', '21', '8200', NULL);
INSERT INTO public.mice_rate_group VALUES (6, 1, '21-8300', 'Personeel', '21', '8300', NULL);
INSERT INTO public.mice_rate_group VALUES (7, 1, '9-8400', 'Logies', '9', '8400', NULL);
INSERT INTO public.mice_rate_group VALUES (8, 1, '0-8080', 'Vrijgestelde prestaties', '0', '8080', NULL);
INSERT INTO public.mice_rate_group VALUES (9, 1, '21-1850', 'Aanbetaling 21%', '21', '1850', NULL);
INSERT INTO public.mice_rate_group VALUES (10, 1, '9-1851', 'Aanbetaling 9%', '9', '1851', NULL);
INSERT INTO public.mice_rate_group VALUES (11, 1, '0-1852', 'Aanbetaling zonder btw', '0', '1852', NULL);
INSERT INTO public.mice_rate_group VALUES (12, 1, '21-geen', 'Overig hoog', '21', NULL, NULL);
INSERT INTO public.mice_rate_group VALUES (13, 1, '9-7777', 'Omzet 9-7777', '9', '7777', NULL);
INSERT INTO public.mice_rate_group VALUES (14, 2, '21-8000', 'Zaalhuur', '21', '8000', NULL);
INSERT INTO public.mice_rate_group VALUES (15, 2, '9-8100', 'Catering laag', '9', '8100', NULL);
INSERT INTO public.mice_rate_group VALUES (16, 2, '9-8110', 'Dranken laag', '9', '8110', NULL);
INSERT INTO public.mice_rate_group VALUES (17, 2, '21-8115', 'Dranken hoog', '21', '8115', NULL);
INSERT INTO public.mice_rate_group VALUES (18, 2, '21-8200', 'Techniek', '21', '8200', NULL);
INSERT INTO public.mice_rate_group VALUES (19, 2, '21-8300', 'Personeel', '21', '8300', NULL);
INSERT INTO public.mice_rate_group VALUES (20, 2, '9-8400', 'Logies', '9', '8400', NULL);
INSERT INTO public.mice_rate_group VALUES (21, 2, '0-8080', 'Vrijgestelde prestaties', '0', '8080', NULL);
INSERT INTO public.mice_rate_group VALUES (22, 2, '21-1850', 'Aanbetaling 21%', '21', '1850', NULL);
INSERT INTO public.mice_rate_group VALUES (23, 2, '9-1851', 'Aanbetaling 9%', '9', '1851', NULL);
INSERT INTO public.mice_rate_group VALUES (24, 2, '0-1852', 'Aanbetaling zonder btw', '0', '1852', NULL);
INSERT INTO public.mice_rate_group VALUES (25, 2, '21-geen', 'Overig hoog', '21', NULL, NULL);
INSERT INTO public.mice_rate_group VALUES (26, 3, '21-8000', 'Zaalhuur', '21', '8000', NULL);
INSERT INTO public.mice_rate_group VALUES (27, 3, '9-8100', 'Catering laag', '9', '8100', NULL);
INSERT INTO public.mice_rate_group VALUES (28, 3, '9-8110', 'Dranken laag', '9', '8110', NULL);
INSERT INTO public.mice_rate_group VALUES (29, 3, '21-8115', 'Dranken hoog', '21', '8115', NULL);
INSERT INTO public.mice_rate_group VALUES (30, 3, '21-8200', 'Techniek', '21', '8200', NULL);
INSERT INTO public.mice_rate_group VALUES (31, 3, '21-8300', 'Personeel', '21', '8300', NULL);
INSERT INTO public.mice_rate_group VALUES (32, 3, '9-8400', 'Logies', '9', '8400', NULL);
INSERT INTO public.mice_rate_group VALUES (33, 3, '0-8080', 'Vrijgestelde prestaties', '0', '8080', NULL);
INSERT INTO public.mice_rate_group VALUES (34, 3, '21-1850', 'Aanbetaling 21%', '21', '1850', NULL);
INSERT INTO public.mice_rate_group VALUES (35, 3, '9-1851', 'Aanbetaling 9%', '9', '1851', NULL);
INSERT INTO public.mice_rate_group VALUES (36, 3, '0-1852', 'Aanbetaling zonder btw', '0', '1852', NULL);
INSERT INTO public.mice_rate_group VALUES (37, 3, '21-geen', 'Overig hoog', '21', NULL, NULL);
INSERT INTO public.mice_rate_group VALUES (38, 1, '6-8000', 'Omzet 6-8000', '6', '8000', NULL);
INSERT INTO public.mice_rate_group VALUES (39, 1, '21-8020', 'Omzet 21-8020', '21', '8020', NULL);
INSERT INTO public.mice_rate_group VALUES (40, 1, '21-8650', 'Omzet 21-8650', '21', '8650', NULL);
INSERT INTO public.mice_rate_group VALUES (41, 1, '21-8010', 'Omzet 21-8010', '21', '8010', NULL);
INSERT INTO public.mice_rate_group VALUES (42, 4, '21-8000', 'Zaalhuur', '21', '8000', NULL);
INSERT INTO public.mice_rate_group VALUES (43, 4, '9-8100', 'Catering laag', '9', '8100', NULL);
INSERT INTO public.mice_rate_group VALUES (44, 4, '9-8110', 'Dranken laag', '9', '8110', NULL);
INSERT INTO public.mice_rate_group VALUES (45, 4, '21-8115', 'Dranken hoog', '21', '8115', NULL);
INSERT INTO public.mice_rate_group VALUES (46, 4, '21-8200', 'Techniek', '21', '8200', NULL);
INSERT INTO public.mice_rate_group VALUES (47, 4, '21-8300', 'Personeel', '21', '8300', NULL);
INSERT INTO public.mice_rate_group VALUES (48, 4, '9-8400', 'Logies', '9', '8400', NULL);
INSERT INTO public.mice_rate_group VALUES (49, 4, '0-8080', 'Vrijgestelde prestaties', '0', '8080', NULL);
INSERT INTO public.mice_rate_group VALUES (50, 4, '21-1850', 'Aanbetaling 21%', '21', '1850', NULL);
INSERT INTO public.mice_rate_group VALUES (51, 4, '9-1851', 'Aanbetaling 9%', '9', '1851', NULL);
INSERT INTO public.mice_rate_group VALUES (52, 4, '0-1852', 'Aanbetaling zonder btw', '0', '1852', NULL);
INSERT INTO public.mice_rate_group VALUES (53, 4, '21-geen', 'Overig hoog', '21', NULL, NULL);
INSERT INTO public.mice_rate_group VALUES (54, 5, '21-8000', 'Zaalhuur', '21', '8000', NULL);
INSERT INTO public.mice_rate_group VALUES (55, 5, '9-8100', 'Catering laag', '9', '8100', NULL);
INSERT INTO public.mice_rate_group VALUES (56, 5, '9-8110', 'Dranken laag', '9', '8110', NULL);
INSERT INTO public.mice_rate_group VALUES (57, 5, '21-8115', 'Dranken hoog', '21', '8115', NULL);
INSERT INTO public.mice_rate_group VALUES (58, 5, '21-8200', 'Techniek', '21', '8200', NULL);
INSERT INTO public.mice_rate_group VALUES (59, 5, '21-8300', 'Personeel', '21', '8300', NULL);
INSERT INTO public.mice_rate_group VALUES (60, 5, '9-8400', 'Logies', '9', '8400', NULL);
INSERT INTO public.mice_rate_group VALUES (61, 5, '0-8080', 'Vrijgestelde prestaties', '0', '8080', NULL);
INSERT INTO public.mice_rate_group VALUES (62, 5, '21-1850', 'Aanbetaling 21%', '21', '1850', NULL);
INSERT INTO public.mice_rate_group VALUES (63, 5, '9-1851', 'Aanbetaling 9%', '9', '1851', NULL);
INSERT INTO public.mice_rate_group VALUES (64, 5, '0-1852', 'Aanbetaling zonder btw', '0', '1852', NULL);
INSERT INTO public.mice_rate_group VALUES (65, 5, '21-geen', 'Overig hoog', '21', NULL, NULL);
INSERT INTO public.mice_rate_group VALUES (66, 6, '21-8000', 'Zaalhuur', '21', '8000', NULL);
INSERT INTO public.mice_rate_group VALUES (67, 6, '9-8100', 'Catering laag', '9', '8100', NULL);
INSERT INTO public.mice_rate_group VALUES (68, 6, '9-8110', 'Dranken laag', '9', '8110', NULL);
INSERT INTO public.mice_rate_group VALUES (69, 6, '21-8115', 'Dranken hoog', '21', '8115', NULL);
INSERT INTO public.mice_rate_group VALUES (70, 6, '21-8200', 'Techniek', '21', '8200', NULL);
INSERT INTO public.mice_rate_group VALUES (71, 6, '21-8300', 'Personeel', '21', '8300', NULL);
INSERT INTO public.mice_rate_group VALUES (72, 6, '9-8400', 'Logies', '9', '8400', NULL);
INSERT INTO public.mice_rate_group VALUES (73, 6, '0-8080', 'Vrijgestelde prestaties', '0', '8080', NULL);
INSERT INTO public.mice_rate_group VALUES (74, 6, '21-1850', 'Aanbetaling 21%', '21', '1850', NULL);
INSERT INTO public.mice_rate_group VALUES (75, 6, '9-1851', 'Aanbetaling 9%', '9', '1851', NULL);
INSERT INTO public.mice_rate_group VALUES (76, 6, '0-1852', 'Aanbetaling zonder btw', '0', '1852', NULL);
INSERT INTO public.mice_rate_group VALUES (77, 6, '21-geen', 'Overig hoog', '21', NULL, NULL);
INSERT INTO public.mice_rate_group VALUES (78, 7, '21-8000', 'Zaalhuur', '21', '8000', NULL);
INSERT INTO public.mice_rate_group VALUES (79, 7, '9-8100', 'Catering laag', '9', '8100', NULL);
INSERT INTO public.mice_rate_group VALUES (80, 7, '9-8110', 'Dranken laag', '9', '8110', NULL);
INSERT INTO public.mice_rate_group VALUES (81, 7, '21-8115', 'Dranken hoog', '21', '8115', NULL);
INSERT INTO public.mice_rate_group VALUES (82, 7, '21-8200', 'Techniek', '21', '8200', NULL);
INSERT INTO public.mice_rate_group VALUES (83, 7, '21-8300', 'Personeel', '21', '8300', NULL);
INSERT INTO public.mice_rate_group VALUES (84, 7, '9-8400', 'Logies', '9', '8400', NULL);
INSERT INTO public.mice_rate_group VALUES (85, 7, '0-8080', 'Vrijgestelde prestaties', '0', '8080', NULL);
INSERT INTO public.mice_rate_group VALUES (86, 7, '21-1850', 'Aanbetaling 21%', '21', '1850', NULL);
INSERT INTO public.mice_rate_group VALUES (87, 7, '9-1851', 'Aanbetaling 9%', '9', '1851', NULL);
INSERT INTO public.mice_rate_group VALUES (88, 7, '0-1852', 'Aanbetaling zonder btw', '0', '1852', NULL);
INSERT INTO public.mice_rate_group VALUES (89, 7, '21-geen', 'Overig hoog', '21', NULL, NULL);
INSERT INTO public.mice_relation VALUES (1, 1, 'client', 'K1', 'Vaste Klant B.V.', NULL, NULL, 'administratie@klant1.example', NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', NULL, NULL, NULL, NULL);
INSERT INTO public.mice_relation VALUES (2, 1, 'client', 'K2', 'Prospect Events B.V.', NULL, NULL, 'administratie@klant2.example', NULL, 'Proefstraat 2', NULL, '1017 CD', 'Amsterdam', 'NL', NULL, NULL, NULL, NULL);
INSERT INTO public.mice_relation VALUES (3, 1, 'client', 'K120', '20 Coöperatieve Vere', NULL, NULL, 'administratie@klant120.example', NULL, 'Proefstraat 120', NULL, '9711 EF', 'Groningen', 'NL', NULL, NULL, NULL, NULL);
INSERT INTO public.mice_relation VALUES (4, 1, 'client', 'K130', '30 Coöperatieve Vereniging van', NULL, NULL, 'administratie@klant130.example', NULL, 'Proefstraat 130', NULL, '9711 EF', 'Groningen', 'NL', NULL, NULL, NULL, NULL);
INSERT INTO public.mice_relation VALUES (5, 1, 'client', 'K140', '40 Coöperatieve Vereniging van Gezamenli', NULL, NULL, 'administratie@klant140.example', NULL, 'Proefstraat 140', NULL, '9711 EF', 'Groningen', 'NL', NULL, NULL, NULL, NULL);
INSERT INTO public.mice_relation VALUES (6, 1, 'client', 'K149', '49 Coöperatieve Vereniging van Gezamenlijke Evene', NULL, NULL, 'administratie@klant149.example', NULL, 'Proefstraat 149', NULL, '9711 EF', 'Groningen', 'NL', NULL, NULL, NULL, NULL);
INSERT INTO public.mice_relation VALUES (7, 1, 'client', 'K150', '50 Coöperatieve Vereniging van Gezamenlijke Evenem', NULL, NULL, 'administratie@klant150.example', NULL, 'Proefstraat 150', NULL, '9711 EF', 'Groningen', 'NL', NULL, NULL, NULL, NULL);
INSERT INTO public.mice_relation VALUES (8, 1, 'client', 'K3', 'Jansen & Zonen Feesten B.V.', NULL, NULL, 'administratie@klant3.example', NULL, 'Proefstraat 3', NULL, '4811 AB', 'Breda', 'NL', 'NL000099998B57', NULL, NULL, NULL);
INSERT INTO public.mice_relation VALUES (9, 1, 'client', 'K4', 'Café ''t Ĳ / ''De Ŝtĕr'' (Brouwerij)', NULL, NULL, 'administratie@klant4.example', NULL, 'Proefstraat 4', NULL, '1018 AA', 'Amsterdam', 'NL', NULL, '38480752', NULL, NULL);
INSERT INTO public.mice_relation VALUES (10, 1, 'client', 'K151', '51 Coöperatieve Vereniging van Gezamenlijke Eveneme', NULL, NULL, 'administratie@klant151.example', NULL, 'Proefstraat 151', NULL, '9711 EF', 'Groningen', 'NL', NULL, NULL, NULL, NULL);
INSERT INTO public.mice_relation VALUES (11, 1, 'client', 'K160', '60 Coöperatieve Vereniging van Gezamenlijke Evenementenlocat', NULL, NULL, 'administratie@klant160.example', NULL, 'Proefstraat 160', NULL, '9711 EF', 'Groningen', 'NL', NULL, NULL, NULL, NULL);
INSERT INTO public.mice_relation VALUES (12, 1, 'client', 'K170', '70 Coöperatieve Vereniging van Gezamenlijke Evenementenlocaties, Congr', NULL, NULL, 'administratie@klant170.example', NULL, 'Proefstraat 170', NULL, '9711 EF', 'Groningen', 'NL', NULL, NULL, NULL, NULL);
INSERT INTO public.mice_relation VALUES (13, 1, 'client', 'K180', '80 Coöperatieve Vereniging van Gezamenlijke Evenementenlocaties, Congrescentra &', NULL, NULL, 'administratie@klant180.example', NULL, 'Proefstraat 180', NULL, '9711 EF', 'Groningen', 'NL', NULL, NULL, NULL, NULL);
INSERT INTO public.mice_relation VALUES (14, 1, 'client', 'K200', '100 Coöperatieve Vereniging van Gezamenlijke Evenementenlocaties, Congrescentra & Theaters in de Noo', NULL, NULL, 'administratie@klant200.example', NULL, 'Proefstraat 200', NULL, '9711 EF', 'Groningen', 'NL', NULL, NULL, NULL, NULL);
INSERT INTO public.mice_relation VALUES (15, 1, 'client', 'K219', '119 Coöperatieve Vereniging van Gezamenlijke Evenementenlocaties, Congrescentra & Theaters in de Noordelijke Provincies', NULL, NULL, 'administratie@klant219.example', NULL, 'Proefstraat 219', NULL, '9711 EF', 'Groningen', 'NL', NULL, NULL, NULL, NULL);
INSERT INTO public.mice_relation VALUES (16, 1, 'client', 'K220', '120 Coöperatieve Vereniging van Gezamenlijke Evenementenlocaties, Congrescentra & Theaters in de Noordelijke Provinciesx', NULL, NULL, 'administratie@klant220.example', NULL, 'Proefstraat 220', NULL, '9711 EF', 'Groningen', 'NL', NULL, NULL, NULL, NULL);
INSERT INTO public.mice_relation VALUES (17, 1, 'client', 'K5', 'Rheinblick Veranstaltungen GmbH', NULL, NULL, 'administratie@klant5.example', NULL, 'Proefstraat 5', NULL, 'D-50667', 'Köln', 'DE', 'DE136695976', NULL, NULL, NULL);
INSERT INTO public.mice_relation VALUES (18, 1, 'client', 'K6', 'Brasserie De Haan', NULL, NULL, 'administratie@klant6.example', NULL, 'Proefstraat 6', NULL, '8420', 'De Haan', 'België', NULL, NULL, NULL, NULL);
INSERT INTO public.mice_relation VALUES (19, 1, 'client', 'K7', 'Lisboa Congressos Lda', NULL, NULL, 'administratie@klant7.example', NULL, 'Proefstraat 7', NULL, 'PT-1000-001', 'Lisboa', 'PT', NULL, NULL, NULL, NULL);
INSERT INTO public.mice_relation VALUES (20, 1, 'client', 'K8', 'Canal Events Ltd', NULL, NULL, 'administratie@klant8.example', NULL, 'Proefstraat 8', NULL, 'SW1A 1AA', 'London', 'UK', NULL, NULL, NULL, NULL);
INSERT INTO public.mice_relation VALUES (21, 1, 'client', 'K9', 'Athina Synedria AE', NULL, NULL, 'administratie@klant9.example', NULL, 'Proefstraat 9', NULL, '104 34', 'Athina', 'EL', NULL, NULL, NULL, NULL);
INSERT INTO public.mice_relation VALUES (22, 1, 'client', 'K10', 'Rue de la Loi SPRL', NULL, NULL, 'administratie@klant10.example', NULL, 'Proefstraat 10', NULL, 'B-1040', 'Bruxelles', 'BE', NULL, NULL, NULL, NULL);
INSERT INTO public.mice_relation VALUES (23, 1, 'client', 'K27', NULL, 'Jan', 'Peeters', 'administratie@klant27.example', NULL, 'Proefstraat 27', NULL, '9000', 'Gent', 'BE', NULL, NULL, NULL, NULL);
INSERT INTO public.mice_relation VALUES (24, 1, 'client', 'K11', 'Zonder Postcode Catering B.V.', NULL, NULL, 'administratie@klant11.example', NULL, 'Proefstraat 11', NULL, NULL, 'Breda', 'NL', NULL, '38480753', NULL, NULL);
INSERT INTO public.mice_relation VALUES (25, 1, 'client', 'K12', NULL, 'Eva', 'Roosje', 'administratie@klant12.example', NULL, 'Proefstraat 12', NULL, NULL, 'Tilburg', 'NL', NULL, NULL, NULL, NULL);
INSERT INTO public.mice_relation VALUES (26, 1, 'client', 'K13', 'Zonder Alles B.V.', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'NL', NULL, NULL, NULL, NULL);
INSERT INTO public.mice_relation VALUES (27, 1, 'client', 'K14', NULL, 'Jo', 'Kaal', NULL, NULL, NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.mice_relation VALUES (28, 1, 'client', 'K28', NULL, 'Piet', 'Janssens', NULL, NULL, NULL, NULL, '9000', NULL, 'BE', NULL, NULL, NULL, NULL);
INSERT INTO public.mice_relation VALUES (29, 1, 'client', 'K15', 'Stichting Openbaar Primair Onderwijs Regio Zuidoost locatie De Ster', NULL, NULL, 'administratie@klant15.example', NULL, 'Proefstraat 15', NULL, '4811 AB', 'Breda', 'NL', NULL, NULL, NULL, NULL);
INSERT INTO public.mice_relation VALUES (30, 1, 'client', 'K16', 'Stichting Openbaar Primair Onderwijs Regio Zuidoost locatie De Maan', NULL, NULL, 'administratie@klant16.example', NULL, 'Proefstraat 16', NULL, '4811 AB', 'Breda', 'NL', NULL, NULL, NULL, NULL);
INSERT INTO public.mice_relation VALUES (31, 1, 'client', 'K17', 'Particulier', 'Eva', 'Maas', 'administratie@klant17.example', NULL, 'Proefstraat 17', NULL, '5611 AZ', 'Eindhoven', 'NL', NULL, NULL, NULL, NULL);
INSERT INTO public.mice_relation VALUES (32, 1, 'client', 'K18', 'Particulier', 'Tom', 'Dennis', 'administratie@klant18.example', NULL, 'Proefstraat 18', NULL, '5611 AZ', 'Eindhoven', 'NL', NULL, NULL, NULL, NULL);
INSERT INTO public.mice_relation VALUES (33, 1, 'client', 'K21', 'Wanbetaler Horeca B.V.', NULL, NULL, 'administratie@klant21.example', NULL, 'Proefstraat 21', NULL, '4811 AC', 'Breda', 'NL', NULL, NULL, NULL, NULL);
INSERT INTO public.mice_relation VALUES (34, 1, 'client', 'K19', 'Dubbel Feest B.V.', NULL, NULL, 'administratie@klant19.example', NULL, 'Proefstraat 19', NULL, '6211 AA', 'Maastricht', 'NL', NULL, NULL, NULL, NULL);
INSERT INTO public.mice_relation VALUES (35, 1, 'client', 'K20', 'Tweeling Catering B.V.', NULL, NULL, 'administratie@klant20.example', NULL, 'Proefstraat 20', NULL, '6211 AB', 'Maastricht', 'NL', NULL, NULL, NULL, NULL);
INSERT INTO public.mice_relation VALUES (36, 2, 'client', 'K1', 'Vaste Klant B.V.', NULL, NULL, 'administratie@klant1.example', NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', NULL, NULL, NULL, NULL);
INSERT INTO public.mice_relation VALUES (37, 3, 'client', 'K1', 'Vaste Klant B.V.', NULL, NULL, 'administratie@klant1.example', NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', NULL, NULL, NULL, NULL);
INSERT INTO public.mice_relation VALUES (38, 1, 'client', 'K25', NULL, NULL, NULL, 'administratie@klant25.example', NULL, 'Proefstraat 25', NULL, '1234 AB', 'Nergens', 'NL', NULL, NULL, NULL, NULL);
INSERT INTO public.mice_relation VALUES (39, 1, 'client', 'K24', 'Nooit Antwoord B.V.', NULL, NULL, 'administratie@klant24.example', NULL, 'Proefstraat 24', NULL, '7511 AC', 'Enschede', 'NL', NULL, NULL, NULL, NULL);
INSERT INTO public.mice_relation VALUES (40, 1, 'client', 'K22', 'Half Gemaakt B.V.', NULL, NULL, 'administratie@klant22.example', NULL, 'Proefstraat 22', NULL, '7511 AA', 'Enschede', 'NL', NULL, NULL, NULL, NULL);
INSERT INTO public.mice_relation VALUES (41, 1, 'client', 'K23', 'Niet Gemaakt B.V.', NULL, NULL, 'administratie@klant23.example', NULL, 'Proefstraat 23', NULL, '7511 AB', 'Enschede', 'NL', NULL, NULL, NULL, NULL);
INSERT INTO public.mice_relation VALUES (42, 1, 'client', 'K26', 'Gloednieuw B.V.', NULL, NULL, 'administratie@klant26.example', NULL, 'Proefstraat 26', NULL, '1011 AA', 'Amsterdam', 'NL', NULL, NULL, NULL, NULL);
INSERT INTO public.mice_relation VALUES (43, 1, 'client', 'K29', 'Jansen & Zonen Feesten B.V.', NULL, NULL, 'administratie@klant29.example', NULL, 'Proefstraat 29', NULL, '4811 AB', 'Breda', 'NL', 'NL004495445B01', NULL, NULL, NULL);
INSERT INTO public.mice_relation VALUES (44, 4, 'client', 'K1', 'Vaste Klant B.V.', NULL, NULL, 'administratie@klant1.example', NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', NULL, NULL, NULL, NULL);
INSERT INTO public.mice_relation VALUES (45, 4, 'client', 'K22', 'Half Gemaakt B.V.', NULL, NULL, 'administratie@klant22.example', NULL, 'Proefstraat 22', NULL, '7511 AA', 'Enschede', 'NL', NULL, NULL, NULL, NULL);
INSERT INTO public.mice_relation VALUES (46, 5, 'client', 'K30', 'Domaine du Lac SPRL', NULL, NULL, 'administratie@klant30.example', NULL, 'Proefstraat 30', NULL, '1000', 'Bruxelles', 'BE', NULL, NULL, NULL, NULL);
INSERT INTO public.mice_relation VALUES (47, 6, 'client', 'K1', 'Vaste Klant B.V.', NULL, NULL, 'administratie@klant1.example', NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', NULL, NULL, NULL, NULL);
INSERT INTO public.mice_relation VALUES (48, 7, 'client', 'K1', 'Vaste Klant B.V.', NULL, NULL, 'administratie@klant1.example', NULL, 'Proefstraat 1', NULL, '3511 AB', 'Utrecht', 'NL', NULL, NULL, NULL, NULL);
INSERT INTO public.mice_tenant VALUES (1, 'zaal', 'Eventlocatie Zaal', 'facturatie@zaal.test', NULL, '076 123 45 67', 'Havenkade 12', '4811 AB', 'Breda', 'NL', '20123456', 'NL001234567B01', 'NL91 ABNA 0417 1643 00', 'Wij verzoeken u het bedrag over te maken onder vermelding van het factuurnummer.', '[Y]0001', 14, false);
INSERT INTO public.mice_tenant VALUES (2, 'oud', 'Eventlocatie Oud', 'facturatie@oud.test', NULL, '076 123 45 67', 'Havenkade 12', '4811 AB', 'Breda', 'NL', '20123456', 'NL001234567B01', 'NL91 ABNA 0417 1643 00', 'Wij verzoeken u het bedrag over te maken onder vermelding van het factuurnummer.', '[Y]0001', 14, false);
INSERT INTO public.mice_tenant VALUES (3, 'kas', 'Eventlocatie Kas', 'facturatie@kas.test', NULL, '076 123 45 67', 'Havenkade 12', '4811 AB', 'Breda', 'NL', '20123456', 'NL001234567B01', 'NL91 ABNA 0417 1643 00', 'Wij verzoeken u het bedrag over te maken onder vermelding van het factuurnummer.', '[Y]0001', 14, false);
INSERT INTO public.mice_tenant VALUES (4, 'tuin', 'Eventlocatie Tuin', 'facturatie@tuin.test', NULL, '076 123 45 67', 'Havenkade 12', '4811 AB', 'Breda', 'NL', '20123456', 'NL001234567B01', 'NL91 ABNA 0417 1643 00', 'Wij verzoeken u het bedrag over te maken onder vermelding van het factuurnummer.', '[Y]0001', 14, false);
INSERT INTO public.mice_tenant VALUES (5, 'grange', 'Eventlocatie Grange', 'facturatie@grange.test', NULL, '076 123 45 67', 'Havenkade 12', '4811 AB', 'Breda', 'NL', '20123456', 'NL001234567B01', 'NL91 ABNA 0417 1643 00', 'Wij verzoeken u het bedrag over te maken onder vermelding van het factuurnummer.', '[Y]0001', 14, false);
INSERT INTO public.mice_tenant VALUES (6, 'nieuw', 'Eventlocatie Nieuw', 'facturatie@nieuw.test', NULL, '076 123 45 67', 'Havenkade 12', '4811 AB', 'Breda', 'NL', '20123456', 'NL001234567B01', 'NL91 ABNA 0417 1643 00', 'Wij verzoeken u het bedrag over te maken onder vermelding van het factuurnummer.', '[Y]0001', 14, false);
INSERT INTO public.mice_tenant VALUES (7, 'weg', 'Eventlocatie Weg', 'facturatie@weg.test', NULL, '076 123 45 67', 'Havenkade 12', '4811 AB', 'Breda', 'NL', '20123456', 'NL001234567B01', 'NL91 ABNA 0417 1643 00', 'Wij verzoeken u het bedrag over te maken onder vermelding van het factuurnummer.', '[Y]0001', 14, false);
INSERT INTO public.mice_user VALUES (1, 1, 'beheerder@zaal.test', 'Bea Beheerder', 'scrypt:32768:8:1$JDn88BtCETrnEOhT$5a57eeb56e545d0ffab6702b3f313a4da03efdde2e85fc06461bc341cd48e970ded9cc44c137e5803c8e33fd5feba1da6679127de8881533d1957e9710199ad0', false);
INSERT INTO public.mice_user VALUES (2, 1, 'planner@zaal.test', 'Pim Planner', 'scrypt:32768:8:1$d6TukJS8KE193a4V$f9bb7d2403b63c6dd706d63dd71d8f7823c23ee6f6c12dbd2e00391e45380cd7aa0e8cc6cb01bbcffa740e9589ccf03c003669cdec859178ee7cf29dc977ee6d', false);
INSERT INTO public.mice_user VALUES (3, 1, 'staf@zaal.test', 'Sanne Staf', 'scrypt:32768:8:1$1is6xO4juUF7ATBu$d9d250cfc3658b6535daeab41e7c74f9def239803a2e72593544cf7ca57a7a8f728bba4d95deefcbb487d1ce99aedda76d9bf588318b440677c3dfed68c1abba', false);
INSERT INTO public.mice_user VALUES (4, 1, 'billing@zaal.test', 'Bilal Billing', 'scrypt:32768:8:1$Z9aXP6jG9bLeZO6D$8a78fac8a61cc64600db90b8d17730ab45201048c4dfdbe5851ad86fa41381a4b4961178b653c5f5a7b04f9f85d371410b4d5468e2452a456dae5e7f37289a4f', false);
INSERT INTO public.mice_user VALUES (5, 1, 'crew@zaal.test', 'Cato Crew', 'scrypt:32768:8:1$ndPsz5tNRyQqzAqI$35167d157649583cec346d396acd96d11bd51a269d608828627515e8ba015d1172340315d62e2eb3d51ee62f3ae18c3cffec10db3a54610340db7d8b412b8d93', false);
INSERT INTO public.mice_user VALUES (6, NULL, 'support@mice.test', 'Sam van Support', 'scrypt:32768:8:1$1la8HbWORJSv6vVz$029234d3c4cf26650a4ffeb37320afb373aeccfa5642bea869aa73a73e94aa880064bef1e5c0a4c72ce4b37eafafcb73615006875e11741cf5e3d49ee51ac4dd', true);
INSERT INTO public.mice_user VALUES (7, 2, 'beheerder@oud.test', 'Bea Beheerder', 'scrypt:32768:8:1$5d8ig5jb8RTyN14K$a1f90c297c0725cde2ab59d041ce98592eea85ed1a237d1e3f1f0ad0eea64d951dee9906cf089f1d21763e8858c2e8fe2fa321eafc76ac9c8679eaa6e6720851', false);
INSERT INTO public.mice_user VALUES (8, 2, 'planner@oud.test', 'Pim Planner', 'scrypt:32768:8:1$wYR99mMWMmIs1Wqo$6d98cb343a93eb055a762e65e477c838da3d311923abbf1fc554b1e565460b601777a3ecb5e2f559556cda65948ab51beff1959b86a0e9fb992f3ea591839cb6', false);
INSERT INTO public.mice_user VALUES (9, 2, 'staf@oud.test', 'Sanne Staf', 'scrypt:32768:8:1$zeKZgJNvgHODroZG$4756f0c9cdeda4203d88ebdec94f701a14f5a7c871bcc0e492e70530d79c5504064db28d6c9487ae7adc3aa1b1e2902ca6d7c3eccf06ee027fb8ad5b3c527496', false);
INSERT INTO public.mice_user VALUES (10, 2, 'billing@oud.test', 'Bilal Billing', 'scrypt:32768:8:1$XLt1ioL0IWa54nGN$00fc088dde76ffad19459254a76fa3b9f0190acab11394bb13e123e74661dc4bdcf441286159f951b602e482a58fe3b79437b0c3d3c9255b4b60630d91853dee', false);
INSERT INTO public.mice_user VALUES (11, 2, 'crew@oud.test', 'Cato Crew', 'scrypt:32768:8:1$CTcl5MCSfWee7fgT$f4fca20824f2bddad58944ffde24c0168d7d528e78e8b502bbc26cd38ad142d1dc0106f1a105a49d554e9e8b5d51073672cfa1d898db4d3d85b0acdaa2d9a39d', false);
INSERT INTO public.mice_user VALUES (12, 3, 'beheerder@kas.test', 'Bea Beheerder', 'scrypt:32768:8:1$lrqJ6MhdlOkrSZsP$2df1770c3d210e1e85fc0d8448271db89633a521dd7e83fc73257c0ab954aa5ad430d0af85a3f7e425ffceecb37172524b8fc0265de7152198c7cd449554df8e', false);
INSERT INTO public.mice_user VALUES (13, 3, 'planner@kas.test', 'Pim Planner', 'scrypt:32768:8:1$uFLmRraWacQEJpUN$d19a2a41f4ce74e57802986428f7cd25ae90b2471e4da4b8fc37a94eac447c9b48db4cc0e71ee22f1c458bbf833d2237b82f4178a7e60518fd9fb91ada082787', false);
INSERT INTO public.mice_user VALUES (14, 3, 'staf@kas.test', 'Sanne Staf', 'scrypt:32768:8:1$ufRg0SFMD9i0WBhm$c1c9cee580042a339ed72706be76174084081fbad2ed0fbcc77f7ebb4d3f2df251b652add9a6a9bf4420b2224432c29b4fe8b31f2e0936f2a1a65963192a22a0', false);
INSERT INTO public.mice_user VALUES (15, 3, 'billing@kas.test', 'Bilal Billing', 'scrypt:32768:8:1$9rbWZkeJIjef4kKI$4e6951e2800a273fa26415d0c045ce08fb197eba31c6112ae277658d03dbcb8081a05cc5a44562e1600d6f0343e97f60a5e929f85da59dc9ee58fc1bf246f551', false);
INSERT INTO public.mice_user VALUES (16, 3, 'crew@kas.test', 'Cato Crew', 'scrypt:32768:8:1$XL8UkEWwbpYm0zb1$44b2865859ae9534284b2b7e55501274882a1bff563c02d8c929af30d5821de26c0a1dd69adcfc1e1a208def573e8e27dc0664c843077257957e50c708face29', false);
INSERT INTO public.mice_user VALUES (17, 4, 'beheerder@tuin.test', 'Bea Beheerder', 'scrypt:32768:8:1$RxfZsXpkuTHKH04h$3ef433d61f28153dd7ed70c4f4c5d7887b3c441827b6af14ae0fcd1ca915f831968d427a6154b17e6b2c51e11958e3b5a26a0c5f1f47e46277a336138722f38c', false);
INSERT INTO public.mice_user VALUES (18, 4, 'planner@tuin.test', 'Pim Planner', 'scrypt:32768:8:1$pRstcdQ8kzkdwstI$f8f8b0f883b76b7e337dc2a370f57ad7024f2b86ba36644041c7cdc30709f9123f6f83cd953ed5674090c677f1b553d0d615f34b82f42a66c663adec7bbcb7e6', false);
INSERT INTO public.mice_user VALUES (19, 4, 'staf@tuin.test', 'Sanne Staf', 'scrypt:32768:8:1$7aWAyRItPKapPE7q$d81c4f4b60ac4c2bfbe1f21bec8f5424f2958b14164a1f863a9616b5af960155b00e41c61f5545cad68500ecef6ca39b3554acf771112500dc0429a175ea76ba', false);
INSERT INTO public.mice_user VALUES (20, 4, 'billing@tuin.test', 'Bilal Billing', 'scrypt:32768:8:1$mP1sXQRPUlE3kxQD$de5aa5f437e1fe72d65ae99656aa8094b50484cff7a69e957f24c462a82621557c24172fb5c5d21383c6c28579663de6955276213f1d902a7873993b49deb5bd', false);
INSERT INTO public.mice_user VALUES (21, 4, 'crew@tuin.test', 'Cato Crew', 'scrypt:32768:8:1$MLxukVL5qm1WevOY$7de8c68d11728c7c1090a93d74646f6c8bfaa6d13a45a1cee0d0cac20335823e289883ae58674fd66a5b4faaebfafbd21ef63469e4db09a936eff206013c30b9', false);
INSERT INTO public.mice_user VALUES (22, 5, 'beheerder@grange.test', 'Bea Beheerder', 'scrypt:32768:8:1$CEVvaZte62vtKoDK$b1df19c017b7d28fea0bb3755f392300b5250e7f6efea51eef5ca7f7d9d2b98512b3bd0281aa3db7b8e721324c0793a7f1768c64bde8696e5c8017d308457fa7', false);
INSERT INTO public.mice_user VALUES (23, 5, 'planner@grange.test', 'Pim Planner', 'scrypt:32768:8:1$QvRUb6YFn3PqmsMw$f4655714676e1c93e8a3112281cb81482a287cc5276e7be661025fabab1d9bd1a54117262057174da0b8f50b661ab877e4087a8b87930d3c00c393ca531842ee', false);
INSERT INTO public.mice_user VALUES (24, 5, 'staf@grange.test', 'Sanne Staf', 'scrypt:32768:8:1$fyJRJNp2lf1a6wf2$caa7667af2bf2aebd00cf99eaf4f3c45aeef361e4bf74ee65d2d2ca35fc33a202c4a1599e6191b0f373e26854111e6fcc52982be3d9603a60b6cfd186b19fcbc', false);
INSERT INTO public.mice_user VALUES (25, 5, 'billing@grange.test', 'Bilal Billing', 'scrypt:32768:8:1$QqUbwoDgNme4lgIS$9202056c078bf9b10a32eab4dae8d8a90a4801544e4b2191b3a7ffd0ae5340000b951d86ff622e432321f28836734718665177844e7e67a29e7937398cd6cddb', false);
INSERT INTO public.mice_user VALUES (26, 5, 'crew@grange.test', 'Cato Crew', 'scrypt:32768:8:1$DXHVglQ7AHfvGuOt$fdfa8231f37ddec7140b3deae5fd8e1478aad978b41d28f7e9708e5cff41bb385618ff581327c1b85ab36bb2220df4fe9e6b7559f4491bfd1ea1b800b89072b2', false);
INSERT INTO public.mice_user VALUES (27, 6, 'beheerder@nieuw.test', 'Bea Beheerder', 'scrypt:32768:8:1$196nW6s5tVLYpNpY$2f9b3213c89a805f0e073ddf21179cd44cf72c449d2794513f59146835f6bb7a8f2fbeaabca6e84f096759eb51ce406ff4489bb94419497497efc88ca0818e02', false);
INSERT INTO public.mice_user VALUES (28, 6, 'planner@nieuw.test', 'Pim Planner', 'scrypt:32768:8:1$1eCcmIqPbUjZJDL7$ed4debcf503262d5cf6f13d0825ef413a7e5d9e3275c8a5d3cf6ee765a60e5f799893aa210d3ed32dab52c87e6c1ae99b94c65b466e0bfe78e3057a1251c71de', false);
INSERT INTO public.mice_user VALUES (29, 6, 'staf@nieuw.test', 'Sanne Staf', 'scrypt:32768:8:1$U2cutXa5UwDkTXL2$fb95edd14cb2e80e49faff7e6c49293c800eebeda27139d383e4d46f85eed6806ccfbb70dca1bac3d3813bc0c6223936fb6401755f01effc7c2a66afea598e74', false);
INSERT INTO public.mice_user VALUES (30, 6, 'billing@nieuw.test', 'Bilal Billing', 'scrypt:32768:8:1$UUwxs7EiezRuVe12$4cda9cc0db27c018d8794078dcd4a4883c29d66ca5aa9fa6a10934e06cfbcda91186821c72f37576d6c3731761c246acd03d6fad7d7567340e7942856d35a4d4', false);
INSERT INTO public.mice_user VALUES (31, 6, 'crew@nieuw.test', 'Cato Crew', 'scrypt:32768:8:1$0l5CIwxTlRoKEhsC$4ad66df063749e27fafa35f3a4ade3cd3f18b53c30e2117abf1c27580f5e01a0f904684561a26e6ad0a707532c6b05c0190b52ca47de9bac2100827242687b7b', false);
INSERT INTO public.mice_user VALUES (32, 7, 'beheerder@weg.test', 'Bea Beheerder', 'scrypt:32768:8:1$WwUSlLqUunFUqvlz$877c65949c97a2245187f255a752a010e2e514c98591514ed12420ecb7e82bf6ac96869188a625cbaa95a0bd543f34917c71a72d6fcd788f3a99b3c8924e59b6', false);
INSERT INTO public.mice_user VALUES (33, 7, 'planner@weg.test', 'Pim Planner', 'scrypt:32768:8:1$3M8cfhh3TJldHf1U$b298425a53fef3b8ad7844e11f27c6207a3461021e59d5dfcc18ccbed11befa1e9b7661a6cfbbf7d9eb587f7eef6a77b788d7f9fdf9a15d88521a7c999b96664', false);
INSERT INTO public.mice_user VALUES (34, 7, 'staf@weg.test', 'Sanne Staf', 'scrypt:32768:8:1$vhg3NvL3Xc3vxCk3$245ce1655b49e64bf62fafb9479901686d67b8a1f7bdeefb1d0465e8c02a558fc94f156eafa93198b2a467720bcf64987667cbe862a5bf940e1a581277e8ed82', false);
INSERT INTO public.mice_user VALUES (35, 7, 'billing@weg.test', 'Bilal Billing', 'scrypt:32768:8:1$2y8NTL3IP2M10d6p$1d196031898f7b3121e4cadcffdd2d52c84b7c8f450de5cdc45b2e57e597b819c27c914b6d462c973e14ca25d562e180a16553d11e4929b95d274682a7072f2c', false);
INSERT INTO public.mice_user VALUES (36, 7, 'crew@weg.test', 'Cato Crew', 'scrypt:32768:8:1$gR40h3sXXgxr5Bgh$e8a7213d3a458d50830567374a7c827ec7bc9cf0f6e967b888ab19d80a79446ae01a5c32109453b49cac8903070e7833e1d3e73c677bb9bbdf25799d78844d11', false);
INSERT INTO public.mice_user_role VALUES (1, 'beheerder');
INSERT INTO public.mice_user_role VALUES (2, 'planner');
INSERT INTO public.mice_user_role VALUES (3, 'staf');
INSERT INTO public.mice_user_role VALUES (4, 'billing');
INSERT INTO public.mice_user_role VALUES (5, 'crew');
INSERT INTO public.mice_user_role VALUES (7, 'beheerder');
INSERT INTO public.mice_user_role VALUES (8, 'planner');
INSERT INTO public.mice_user_role VALUES (9, 'staf');
INSERT INTO public.mice_user_role VALUES (10, 'billing');
INSERT INTO public.mice_user_role VALUES (11, 'crew');
INSERT INTO public.mice_user_role VALUES (12, 'beheerder');
INSERT INTO public.mice_user_role VALUES (13, 'planner');
INSERT INTO public.mice_user_role VALUES (14, 'staf');
INSERT INTO public.mice_user_role VALUES (15, 'billing');
INSERT INTO public.mice_user_role VALUES (16, 'crew');
INSERT INTO public.mice_user_role VALUES (17, 'beheerder');
INSERT INTO public.mice_user_role VALUES (18, 'planner');
INSERT INTO public.mice_user_role VALUES (19, 'staf');
INSERT INTO public.mice_user_role VALUES (20, 'billing');
INSERT INTO public.mice_user_role VALUES (21, 'crew');
INSERT INTO public.mice_user_role VALUES (22, 'beheerder');
INSERT INTO public.mice_user_role VALUES (23, 'planner');
INSERT INTO public.mice_user_role VALUES (24, 'staf');
INSERT INTO public.mice_user_role VALUES (25, 'billing');
INSERT INTO public.mice_user_role VALUES (26, 'crew');
INSERT INTO public.mice_user_role VALUES (27, 'beheerder');
INSERT INTO public.mice_user_role VALUES (28, 'planner');
INSERT INTO public.mice_user_role VALUES (29, 'staf');
INSERT INTO public.mice_user_role VALUES (30, 'billing');
INSERT INTO public.mice_user_role VALUES (31, 'crew');
INSERT INTO public.mice_user_role VALUES (32, 'beheerder');
INSERT INTO public.mice_user_role VALUES (33, 'planner');
INSERT INTO public.mice_user_role VALUES (34, 'staf');
INSERT INTO public.mice_user_role VALUES (35, 'billing');
INSERT INTO public.mice_user_role VALUES (36, 'crew');
SELECT pg_catalog.setval('public.exact_audit_id_seq', 356, true);
SELECT pg_catalog.setval('public.exact_connection_id_seq', 5, true);
SELECT pg_catalog.setval('public.exact_invoice_export_id_seq', 132, true);
SELECT pg_catalog.setval('public.exact_refusal_id_seq', 1, false);
SELECT pg_catalog.setval('public.exact_sync_run_id_seq', 26, true);
SELECT pg_catalog.setval('public.mice_activation_id_seq', 7, true);
SELECT pg_catalog.setval('public.mice_chat_message_id_seq', 1, false);
SELECT pg_catalog.setval('public.mice_deposit_rate_group_id_seq', 21, true);
SELECT pg_catalog.setval('public.mice_event_id_seq', 1, false);
SELECT pg_catalog.setval('public.mice_event_item_id_seq', 1, false);
SELECT pg_catalog.setval('public.mice_event_item_part_id_seq', 1, false);
SELECT pg_catalog.setval('public.mice_invoice_id_seq', 132, true);
SELECT pg_catalog.setval('public.mice_invoice_line_id_seq', 130, true);
SELECT pg_catalog.setval('public.mice_invoice_sync_id_seq', 46, true);
SELECT pg_catalog.setval('public.mice_location_id_seq', 21, true);
SELECT pg_catalog.setval('public.mice_mail_id_seq', 1, true);
SELECT pg_catalog.setval('public.mice_package_id_seq', 21, true);
SELECT pg_catalog.setval('public.mice_package_item_id_seq', 35, true);
SELECT pg_catalog.setval('public.mice_package_part_id_seq', 56, true);
SELECT pg_catalog.setval('public.mice_product_id_seq', 63, true);
SELECT pg_catalog.setval('public.mice_product_part_id_seq', 70, true);
SELECT pg_catalog.setval('public.mice_rate_group_id_seq', 89, true);
SELECT pg_catalog.setval('public.mice_relation_id_seq', 48, true);
SELECT pg_catalog.setval('public.mice_tenant_id_seq', 7, true);
SELECT pg_catalog.setval('public.mice_user_id_seq', 36, true);
ALTER TABLE ONLY public.exact_alembic_version
    ADD CONSTRAINT exact_alembic_version_pkc PRIMARY KEY (version_num);
ALTER TABLE ONLY public.exact_audit
    ADD CONSTRAINT pk_exact_audit PRIMARY KEY (id);
ALTER TABLE ONLY public.exact_call_window
    ADD CONSTRAINT pk_exact_call_window PRIMARY KEY (site, app, division, span);
ALTER TABLE ONLY public.exact_connection
    ADD CONSTRAINT pk_exact_connection PRIMARY KEY (id);
ALTER TABLE ONLY public.exact_crm_account
    ADD CONSTRAINT pk_exact_crm_account PRIMARY KEY (site, division, id);
ALTER TABLE ONLY public.exact_debtor_binding
    ADD CONSTRAINT pk_exact_debtor_binding PRIMARY KEY (site, division, match_key);
ALTER TABLE ONLY public.exact_invoice_export
    ADD CONSTRAINT pk_exact_invoice_export PRIMARY KEY (id);
ALTER TABLE ONLY public.exact_lease
    ADD CONSTRAINT pk_exact_lease PRIMARY KEY (key);
ALTER TABLE ONLY public.exact_log_in
    ADD CONSTRAINT pk_exact_log_in PRIMARY KEY (state_hash);
ALTER TABLE ONLY public.exact_mirror
    ADD CONSTRAINT pk_exact_mirror PRIMARY KEY (site, division, resource);
ALTER TABLE ONLY public.exact_reference
    ADD CONSTRAINT pk_exact_reference PRIMARY KEY (site, division, resource, key);
ALTER TABLE ONLY public.exact_refusal
    ADD CONSTRAINT pk_exact_refusal PRIMARY KEY (id);
ALTER TABLE ONLY public.exact_settings
    ADD CONSTRAINT pk_exact_settings PRIMARY KEY (tenant, site, division);
ALTER TABLE ONLY public.exact_sync_run
    ADD CONSTRAINT pk_exact_sync_run PRIMARY KEY (id);
ALTER TABLE ONLY public.exact_token
    ADD CONSTRAINT pk_exact_token PRIMARY KEY (site, app, exact_user);
ALTER TABLE ONLY public.mice_activation
    ADD CONSTRAINT pk_mice_activation PRIMARY KEY (id);
ALTER TABLE ONLY public.mice_chat_message
    ADD CONSTRAINT pk_mice_chat_message PRIMARY KEY (id);
ALTER TABLE ONLY public.mice_deposit_rate_group
    ADD CONSTRAINT pk_mice_deposit_rate_group PRIMARY KEY (id);
ALTER TABLE ONLY public.mice_event
    ADD CONSTRAINT pk_mice_event PRIMARY KEY (id);
ALTER TABLE ONLY public.mice_event_item
    ADD CONSTRAINT pk_mice_event_item PRIMARY KEY (id);
ALTER TABLE ONLY public.mice_event_item_part
    ADD CONSTRAINT pk_mice_event_item_part PRIMARY KEY (id);
ALTER TABLE ONLY public.mice_invoice
    ADD CONSTRAINT pk_mice_invoice PRIMARY KEY (id);
ALTER TABLE ONLY public.mice_invoice_line
    ADD CONSTRAINT pk_mice_invoice_line PRIMARY KEY (id);
ALTER TABLE ONLY public.mice_invoice_sync
    ADD CONSTRAINT pk_mice_invoice_sync PRIMARY KEY (id);
ALTER TABLE ONLY public.mice_location
    ADD CONSTRAINT pk_mice_location PRIMARY KEY (id);
ALTER TABLE ONLY public.mice_mail
    ADD CONSTRAINT pk_mice_mail PRIMARY KEY (id);
ALTER TABLE ONLY public.mice_package
    ADD CONSTRAINT pk_mice_package PRIMARY KEY (id);
ALTER TABLE ONLY public.mice_package_item
    ADD CONSTRAINT pk_mice_package_item PRIMARY KEY (id);
ALTER TABLE ONLY public.mice_package_part
    ADD CONSTRAINT pk_mice_package_part PRIMARY KEY (id);
ALTER TABLE ONLY public.mice_product
    ADD CONSTRAINT pk_mice_product PRIMARY KEY (id);
ALTER TABLE ONLY public.mice_product_part
    ADD CONSTRAINT pk_mice_product_part PRIMARY KEY (id);
ALTER TABLE ONLY public.mice_rate_group
    ADD CONSTRAINT pk_mice_rate_group PRIMARY KEY (id);
ALTER TABLE ONLY public.mice_relation
    ADD CONSTRAINT pk_mice_relation PRIMARY KEY (id);
ALTER TABLE ONLY public.mice_tenant
    ADD CONSTRAINT pk_mice_tenant PRIMARY KEY (id);
ALTER TABLE ONLY public.mice_user
    ADD CONSTRAINT pk_mice_user PRIMARY KEY (id);
ALTER TABLE ONLY public.mice_user_role
    ADD CONSTRAINT pk_mice_user_role PRIMARY KEY (user_id, role);
ALTER TABLE ONLY public.exact_connection
    ADD CONSTRAINT uq_exact_connection_tenant UNIQUE (tenant);
ALTER TABLE ONLY public.exact_invoice_export
    ADD CONSTRAINT uq_exact_invoice_export_tenant_invoice_id UNIQUE (tenant, invoice_id);
ALTER TABLE ONLY public.mice_deposit_rate_group
    ADD CONSTRAINT uq_mice_deposit_rate_group_tenant_id_vat_rate UNIQUE (tenant_id, vat_rate);
ALTER TABLE ONLY public.mice_invoice_sync
    ADD CONSTRAINT uq_mice_invoice_sync_invoice_id_provider UNIQUE (invoice_id, provider);
ALTER TABLE ONLY public.mice_invoice
    ADD CONSTRAINT uq_mice_invoice_tenant_id_identifier UNIQUE (tenant_id, identifier);
ALTER TABLE ONLY public.mice_rate_group
    ADD CONSTRAINT uq_mice_rate_group_tenant_id_code UNIQUE (tenant_id, code);
ALTER TABLE ONLY public.mice_relation
    ADD CONSTRAINT uq_mice_relation_tenant_id_reference UNIQUE (tenant_id, reference);
ALTER TABLE ONLY public.mice_tenant
    ADD CONSTRAINT uq_mice_tenant_code UNIQUE (code);
ALTER TABLE ONLY public.mice_user
    ADD CONSTRAINT uq_mice_user_email UNIQUE (email);
CREATE INDEX ix_exact_audit_export_id ON public.exact_audit USING btree (export_id);
CREATE INDEX ix_exact_audit_tenant ON public.exact_audit USING btree (tenant);
CREATE INDEX ix_exact_connection_division ON public.exact_connection USING btree (division);
CREATE INDEX ix_exact_connection_next_run_at ON public.exact_connection USING btree (next_run_at);
CREATE INDEX ix_exact_crm_account_match ON public.exact_crm_account USING btree (site, division, match_name);
CREATE INDEX ix_exact_invoice_export_due ON public.exact_invoice_export USING btree (tenant, state, not_before);
CREATE INDEX ix_exact_invoice_export_entry ON public.exact_invoice_export USING btree (site, division, entry_id);
CREATE INDEX ix_exact_invoice_export_identifier ON public.exact_invoice_export USING btree (tenant, identifier);
CREATE INDEX ix_exact_refusal_app ON public.exact_refusal USING btree (app);
CREATE INDEX ix_exact_refusal_at ON public.exact_refusal USING btree (at);
CREATE INDEX ix_exact_sync_run_tenant ON public.exact_sync_run USING btree (tenant);
CREATE INDEX ix_mice_activation_tenant_id_addon ON public.mice_activation USING btree (tenant_id, addon);
CREATE INDEX ix_mice_chat_message_tenant_id ON public.mice_chat_message USING btree (tenant_id);
CREATE INDEX ix_mice_deposit_rate_group_tenant_id ON public.mice_deposit_rate_group USING btree (tenant_id);
CREATE INDEX ix_mice_event_item_event_id ON public.mice_event_item USING btree (event_id);
CREATE INDEX ix_mice_event_item_part_item_id ON public.mice_event_item_part USING btree (item_id);
CREATE INDEX ix_mice_event_tenant_id ON public.mice_event USING btree (tenant_id);
CREATE INDEX ix_mice_invoice_credits_id ON public.mice_invoice USING btree (credits_id);
CREATE INDEX ix_mice_invoice_event_id ON public.mice_invoice USING btree (event_id);
CREATE INDEX ix_mice_invoice_line_credits_line_id ON public.mice_invoice_line USING btree (credits_line_id);
CREATE INDEX ix_mice_invoice_line_deposit_invoice_id ON public.mice_invoice_line USING btree (deposit_invoice_id);
CREATE INDEX ix_mice_invoice_line_event_id ON public.mice_invoice_line USING btree (event_id);
CREATE INDEX ix_mice_invoice_line_invoice_id ON public.mice_invoice_line USING btree (invoice_id);
CREATE INDEX ix_mice_invoice_line_rate_group_id ON public.mice_invoice_line USING btree (rate_group_id);
CREATE INDEX ix_mice_invoice_relation_id ON public.mice_invoice USING btree (relation_id);
CREATE INDEX ix_mice_invoice_tenant_id_sent_at ON public.mice_invoice USING btree (tenant_id, sent_at);
CREATE INDEX ix_mice_location_tenant_id ON public.mice_location USING btree (tenant_id);
CREATE INDEX ix_mice_mail_tenant_id ON public.mice_mail USING btree (tenant_id);
CREATE INDEX ix_mice_package_item_package_id ON public.mice_package_item USING btree (package_id);
CREATE INDEX ix_mice_package_part_package_id ON public.mice_package_part USING btree (package_id);
CREATE INDEX ix_mice_package_tenant_id ON public.mice_package USING btree (tenant_id);
CREATE INDEX ix_mice_product_part_product_id ON public.mice_product_part USING btree (product_id);
CREATE INDEX ix_mice_product_tenant_id ON public.mice_product USING btree (tenant_id);
CREATE INDEX ix_mice_rate_group_tenant_id ON public.mice_rate_group USING btree (tenant_id);
CREATE INDEX ix_mice_relation_tenant_id ON public.mice_relation USING btree (tenant_id);
CREATE INDEX ix_mice_user_tenant_id ON public.mice_user USING btree (tenant_id);
CREATE UNIQUE INDEX uq_exact_sync_run_open ON public.exact_sync_run USING btree (tenant) WHERE (finished_at IS NULL);
CREATE TRIGGER exact_audit_only_grows BEFORE DELETE OR UPDATE ON public.exact_audit FOR EACH ROW EXECUTE FUNCTION public.exact_audit_only_grows();
ALTER TABLE ONLY public.mice_activation
    ADD CONSTRAINT fk_mice_activation_tenant_id FOREIGN KEY (tenant_id) REFERENCES public.mice_tenant(id);
ALTER TABLE ONLY public.mice_chat_message
    ADD CONSTRAINT fk_mice_chat_message_tenant_id FOREIGN KEY (tenant_id) REFERENCES public.mice_tenant(id);
ALTER TABLE ONLY public.mice_deposit_rate_group
    ADD CONSTRAINT fk_mice_deposit_rate_group_rate_group_id FOREIGN KEY (rate_group_id) REFERENCES public.mice_rate_group(id);
ALTER TABLE ONLY public.mice_deposit_rate_group
    ADD CONSTRAINT fk_mice_deposit_rate_group_tenant_id FOREIGN KEY (tenant_id) REFERENCES public.mice_tenant(id);
ALTER TABLE ONLY public.mice_event
    ADD CONSTRAINT fk_mice_event_client_id FOREIGN KEY (client_id) REFERENCES public.mice_relation(id);
ALTER TABLE ONLY public.mice_event_item
    ADD CONSTRAINT fk_mice_event_item_event_id FOREIGN KEY (event_id) REFERENCES public.mice_event(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.mice_event_item_part
    ADD CONSTRAINT fk_mice_event_item_part_item_id FOREIGN KEY (item_id) REFERENCES public.mice_event_item(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.mice_event_item_part
    ADD CONSTRAINT fk_mice_event_item_part_rate_group_id FOREIGN KEY (rate_group_id) REFERENCES public.mice_rate_group(id);
ALTER TABLE ONLY public.mice_event
    ADD CONSTRAINT fk_mice_event_location_id FOREIGN KEY (location_id) REFERENCES public.mice_location(id);
ALTER TABLE ONLY public.mice_event
    ADD CONSTRAINT fk_mice_event_tenant_id FOREIGN KEY (tenant_id) REFERENCES public.mice_tenant(id);
ALTER TABLE ONLY public.mice_invoice
    ADD CONSTRAINT fk_mice_invoice_credits_id FOREIGN KEY (credits_id) REFERENCES public.mice_invoice(id);
ALTER TABLE ONLY public.mice_invoice
    ADD CONSTRAINT fk_mice_invoice_event_id FOREIGN KEY (event_id) REFERENCES public.mice_event(id);
ALTER TABLE ONLY public.mice_invoice_line
    ADD CONSTRAINT fk_mice_invoice_line_credits_line_id FOREIGN KEY (credits_line_id) REFERENCES public.mice_invoice_line(id);
ALTER TABLE ONLY public.mice_invoice_line
    ADD CONSTRAINT fk_mice_invoice_line_deposit_invoice_id FOREIGN KEY (deposit_invoice_id) REFERENCES public.mice_invoice(id);
ALTER TABLE ONLY public.mice_invoice_line
    ADD CONSTRAINT fk_mice_invoice_line_event_id FOREIGN KEY (event_id) REFERENCES public.mice_event(id);
ALTER TABLE ONLY public.mice_invoice_line
    ADD CONSTRAINT fk_mice_invoice_line_invoice_id FOREIGN KEY (invoice_id) REFERENCES public.mice_invoice(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.mice_invoice_line
    ADD CONSTRAINT fk_mice_invoice_line_rate_group_id FOREIGN KEY (rate_group_id) REFERENCES public.mice_rate_group(id);
ALTER TABLE ONLY public.mice_invoice
    ADD CONSTRAINT fk_mice_invoice_relation_id FOREIGN KEY (relation_id) REFERENCES public.mice_relation(id);
ALTER TABLE ONLY public.mice_invoice_sync
    ADD CONSTRAINT fk_mice_invoice_sync_invoice_id FOREIGN KEY (invoice_id) REFERENCES public.mice_invoice(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.mice_invoice
    ADD CONSTRAINT fk_mice_invoice_tenant_id FOREIGN KEY (tenant_id) REFERENCES public.mice_tenant(id);
ALTER TABLE ONLY public.mice_location
    ADD CONSTRAINT fk_mice_location_rate_group_id FOREIGN KEY (rate_group_id) REFERENCES public.mice_rate_group(id);
ALTER TABLE ONLY public.mice_location
    ADD CONSTRAINT fk_mice_location_tenant_id FOREIGN KEY (tenant_id) REFERENCES public.mice_tenant(id);
ALTER TABLE ONLY public.mice_mail
    ADD CONSTRAINT fk_mice_mail_invoice_id FOREIGN KEY (invoice_id) REFERENCES public.mice_invoice(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.mice_mail
    ADD CONSTRAINT fk_mice_mail_tenant_id FOREIGN KEY (tenant_id) REFERENCES public.mice_tenant(id);
ALTER TABLE ONLY public.mice_package_item
    ADD CONSTRAINT fk_mice_package_item_package_id FOREIGN KEY (package_id) REFERENCES public.mice_package(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.mice_package_item
    ADD CONSTRAINT fk_mice_package_item_product_id FOREIGN KEY (product_id) REFERENCES public.mice_product(id);
ALTER TABLE ONLY public.mice_package_part
    ADD CONSTRAINT fk_mice_package_part_package_id FOREIGN KEY (package_id) REFERENCES public.mice_package(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.mice_package_part
    ADD CONSTRAINT fk_mice_package_part_rate_group_id FOREIGN KEY (rate_group_id) REFERENCES public.mice_rate_group(id);
ALTER TABLE ONLY public.mice_package
    ADD CONSTRAINT fk_mice_package_tenant_id FOREIGN KEY (tenant_id) REFERENCES public.mice_tenant(id);
ALTER TABLE ONLY public.mice_product_part
    ADD CONSTRAINT fk_mice_product_part_product_id FOREIGN KEY (product_id) REFERENCES public.mice_product(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.mice_product_part
    ADD CONSTRAINT fk_mice_product_part_rate_group_id FOREIGN KEY (rate_group_id) REFERENCES public.mice_rate_group(id);
ALTER TABLE ONLY public.mice_product
    ADD CONSTRAINT fk_mice_product_tenant_id FOREIGN KEY (tenant_id) REFERENCES public.mice_tenant(id);
ALTER TABLE ONLY public.mice_rate_group
    ADD CONSTRAINT fk_mice_rate_group_tenant_id FOREIGN KEY (tenant_id) REFERENCES public.mice_tenant(id);
ALTER TABLE ONLY public.mice_relation
    ADD CONSTRAINT fk_mice_relation_tenant_id FOREIGN KEY (tenant_id) REFERENCES public.mice_tenant(id);
ALTER TABLE ONLY public.mice_user_role
    ADD CONSTRAINT fk_mice_user_role_user_id FOREIGN KEY (user_id) REFERENCES public.mice_user(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.mice_user
    ADD CONSTRAINT fk_mice_user_tenant_id FOREIGN KEY (tenant_id) REFERENCES public.mice_tenant(id);
