using BenchmarkDotNet.Running;
using SourcingCompliance.Benchmarks.Ratios;

return args switch
{
    ["ratios", .. string[] sections] => RatioSections.Run(sections),
    ["child", string work, string path] => ChildWork.Run(work, path),
    _ => BenchmarkSwitcher.FromAssembly(typeof(RatioSections).Assembly).Run(args).Any() ? 0 : 1,
};
