using Ratchet.Cli.Commands;

return CommandHost.Run(args);
