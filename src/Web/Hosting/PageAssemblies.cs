using System.Reflection;
using Suiying.Schema;

namespace Suiying.Web.Hosting;

/// <summary>Where pages live: in the modules and in the design's style guide.</summary>
internal static class PageAssemblies
{
    public static IReadOnlyList<Assembly> Others { get; } =
    [
        .. SuiyingModules.All.Select(m => m.GetType().Assembly).Append(typeof(Design.ICityFace).Assembly).Distinct(),
    ];
}
