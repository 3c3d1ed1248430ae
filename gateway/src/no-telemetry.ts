// Read by @apollo/gateway when it is imported, so this module must come before it: without it, usage goes to Apollo every hour.
process.env.APOLLO_TELEMETRY_DISABLED = 'true';
