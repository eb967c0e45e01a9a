if (!/^pnpm\//.test(process.env.npm_config_user_agent ?? '')) {
  console.error('This repository installs with pnpm. Run "npm run setup" (Node and npm are enough).');
  process.exit(1);
}
