using System.CommandLine;
using SourcingCompliance.Cli.Commands;

var root = new RootCommand("Checks bills of materials against sourcing restrictions.") { MapCommand.Create() };
return root.Parse(args).Invoke();
