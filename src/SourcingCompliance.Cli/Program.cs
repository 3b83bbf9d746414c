System.Console.WriteLine("sourcing");
