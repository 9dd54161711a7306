using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Programmes.Model;

namespace Suiying.Programmes.Features;

/// <summary>重计文件: the marks of a vote, for who counts again.</summary>
internal static class VoteApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet($"{ProgrammeAddress.PublicVotes}/{{id:guid}}.txt", Get)
            .AllowAnonymous()
            .WithTags("projects")
            .WithSummary("票决的选票，一行一张");

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Get(Guid id, ShowVote votes, CancellationToken ct)
    {
        if (!(await votes.Run(id, ct)).Ok(out var result, out var refusal))
            return refusal.ToProblem();
        return TypedResults.File(
            Encoding.UTF8.GetBytes(result.Vote.Marks + "\n"),
            "text/plain; charset=utf-8",
            $"ballots-{result.Vote.Year}.txt"
        );
    }
}
