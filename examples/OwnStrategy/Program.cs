// A strategy of your own in the trading engine. Try
//   dotnet run -c Release --project examples/OwnStrategy
using OwnStrategy;

Demonstration.Run(Console.Out);
