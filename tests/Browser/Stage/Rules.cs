using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Suiying.Browser.Stage;

/// <summary>
/// The rules of axe-core on a page as it stands. Its script is brought to each document once and tells only what is wrong: brought anew for
/// each look, with a second page to sum up in, it took most of the time of all the tours.
/// </summary>
internal static class Rules
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>What is wrong, a line each, with the places.</summary>
    /// <param name="page">A page without frames.</param>
    /// <param name="within">Only this part of the page, and of the rules only those of parts; empty is the whole page.</param>
    /// <param name="only">Names of the rules to try; none is all.</param>
    public static async Task<IReadOnlyList<string>> Broken(IPage page, string within = "", params string[] only)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
            await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>(
            """
            async ([within, only]) => {
              const options = { resultTypes: ["violations"], ...(only.length ? { runOnly: only } : {}) };
              const found = await axe.run(within ? document.querySelector(within) : document, options);
              return found.violations.map((rule) =>
                `${rule.id} (${rule.impact}): ${rule.help} — ${rule.nodes.slice(0, 5).map((node) => node.target.join(" ")).join(", ")}`);
            }
            """,
            new object[] { within, only }
        );
    }
}
