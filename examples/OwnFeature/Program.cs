// A host of your own: the whole command line, with one feature family more. Try
//   dotnet run -c Release --project examples/OwnFeature -- features audit
//   dotnet run -c Release --project examples/OwnFeature -- optimize
using OwnFeature;
using Ratchet.Cli.Commands;

return CommandHost.Run(args, [new BuyingPressureFamily(20)]);
