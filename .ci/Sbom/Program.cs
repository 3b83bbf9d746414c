using SourcingCompliance.Sbom;

if (args.Length < 4)
{
    await Console.Error.WriteLineAsync("usage: sourcing-sbom NAME VERSION OUT project.assets.json [more assets files with downloads]");
    return 64;
}

File.WriteAllBytes(args[2], CycloneDxWriter.Write(args[0], args[1], [.. args[3..].Select(RestoredPackages.Read)]));
return 0;
