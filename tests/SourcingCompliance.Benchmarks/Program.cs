using BenchmarkDotNet.Running;
using SourcingCompliance.Benchmarks;
using SourcingCompliance.Benchmarks.Ratios;

return args switch
{
    ["ratios", .. string[] sections] => RatioSections.Run(sections),
    ["child", string work, string path] => ChildWork.Run(work, path),
    ["plant", .. string[] more] => PlantRun.Run(more),
    ["fuzz", .. string[] more] => FuzzRun.Run(more),
    _ => BenchmarkSwitcher.FromAssembly(typeof(RatioSections).Assembly).Run(args).Any() ? 0 : 1,
};
