"""Clients that fetch event data: ACLED's and UCDP's APIs. Needs the extra ``api``. Nothing is fetched at import."""
