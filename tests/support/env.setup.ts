import { testEnvironment } from "./env";

// Set before any module of the app is loaded: configuration is read once.
for (const [name, value] of Object.entries(testEnvironment)) process.env[name] = value;
