using System.Reflection;
using Suiying.Schema;

namespace Suiying.Web.Hosting;

/// <summary>Where pages live: in the modules, and in Development in the design's style guide.</summary>
internal sealed class PageAssemblies(IHostEnvironment environment)
{
    public IReadOnlyList<Assembly> Others { get; } =
    [
        .. SuiyingModules.All.Select(m => m.GetType().Assembly),
        .. environment.IsDevelopment() ? [typeof(Design.ICityFace).Assembly] : Array.Empty<Assembly>(),
    ];
}
