using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Suiying.Channels.Model.Phone;
using Suiying.Contracts.Registry;
using Suiying.Design;

namespace Suiying.Channels.Features;

/// <summary>The list as a table for spreadsheet programs.</summary>
internal static class ListCallsApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet($"/desk/calls.{TableDownload.Ending}", Get)
            .RequireAuthorization(new AuthorizeAttribute { Roles = "Supervisor,Leader" })
            .WithTags("phone")
            .WithSummary("通话记录表（CSV 或 Excel）");

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Get(
        string ending,
        string? of,
        string? day,
        HttpContext http,
        ListCalls list,
        ICityRegistry registry,
        IStringLocalizer<Texts> t
    )
    {
        var query = CallsAsked.Read(of, day, null) with { Take = 100_000 };
        if (!(await list.Run(query, Actor.From(http.User), http.RequestAborted)).Ok(out var found, out var refusal))
            return refusal.ToProblem();
        var city = registry.Current;
        var head = new[]
        {
            t["呼入时间"].Value,
            t["结果"].Value,
            t["等待秒"].Value,
            t["通话秒"].Value,
            t["整理秒"].Value,
            t["转往"].Value,
            t["数据"].Value,
        };
        var lines = found.Calls.Select(c =>
            new[]
            {
                city.Calendar.Local(c.Times.AskedAt).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
                t[PhoneWords.Of(c.State)].Value,
                Seconds(c.Times.Wait),
                Seconds(c.Times.Talk),
                Seconds(c.Times.WrapUp),
                c.TransferredTo ?? "",
                c.Synthetic || city.City.Synthetic ? t["演示数据"].Value : "",
            }
        );
        http.Response.Headers.CacheControl = "no-store";
        return TableDownload.Of(ending, "calls", t["通话记录"], [head, .. lines]);
    }

    private static string Seconds(TimeSpan? span) =>
        span is { } known ? ((int)known.TotalSeconds).ToString(CultureInfo.InvariantCulture) : "";
}

/// <summary>What the address asks for; what it does not know asks for everything.</summary>
internal static class CallsAsked
{
    public static ListCalls.Query Read(string? of, string? day, int? skip) =>
        new()
        {
            Of = Enum.TryParse<CallsOf>(of, ignoreCase: true, out var which) && Enum.IsDefined(which) ? which : CallsOf.All,
            Day = IsoDay.In(day),
            Skip = skip ?? 0,
        };
}
