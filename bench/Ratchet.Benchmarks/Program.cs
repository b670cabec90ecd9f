Console.Error.WriteLine("No case is named; see the table of cases.");
return 2;
