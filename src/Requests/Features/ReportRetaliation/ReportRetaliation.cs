using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Requests;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>
/// 打击报复举报 (domain A.13; 信访工作条例 art. 18, 46): what was done to a person because of their request becomes a sealed request of its own, past
/// the hotline's queue, at the oversight body. The first request's history says nothing of it, so that nobody who has it learns.
/// </summary>
public sealed class ReportRetaliation(RequestsDb db, SubmitRequest submit, Scoped scoped, TimeProvider time)
{
    public const int MostADay = 5;
    public const string Title = "打击报复举报";

    public sealed record Command
    {
        /// <summary>The request because of which it happened, as its person proved it.</summary>
        public required TrackedRequest Tracked { get; init; }

        /// <summary>The same for every retry.</summary>
        public required RequestId Id { get; init; }

        public required string Text { get; init; }
    }

    /// <param name="Number">Of the new request.</param>
    /// <param name="QueryCode">Shown this once; null where a retry meets what was stored.</param>
    public sealed record Reported(string Number, string? QueryCode);

    public async Task<Outcome<Reported>> Run(Command command, CancellationToken ct)
    {
        if (ServiceRequest.CheckText("retaliation", "发生了什么", command.Text, ServiceRequest.LongestText, shortest: 10) is { } problem)
            return problem;
        var (first, by) = (command.Tracked.Request, command.Tracked.Person);
        var (person, since) = (first.PersonId, time.GetUtcNow().AddDays(-1));
        if (await db.Requests.CountAsync(r => r.PersonId == person && r.Title == Title && r.RegisteredAt >= since, ct) >= MostADay)
            return new TooManyReports();

        var intake = new SubmitRequest.Command
        {
            Id = command.Id,
            Intake = new Intake
            {
                Type = RequestType.Report,
                Channel = Channel.Web,
                Text = command.Text,
                Title = Title,
                AboutConduct = true,
                AccusedUnit = first.AccusedUnit ?? first.Unit,
                Grade = 2,
                About = first.Number,
                Synthetic = first.Synthetic,
                Where = new PlaceOfMatter { Area = first.Area, Confirmed = first.AreaConfirmed },
            },
        };
        if (!(await submit.Run(intake, by, ct)).Ok(out var registered, out var refusal))
            return refusal;
        // In a scope of its own: what was registered is saved and done with.
        await scoped.Run<SendToDiscipline, Outcome<Done>>(send => send.Run(registered.Number, Actor.System, ct));
        return new Reported(registered.Number, registered.QueryCode);
    }
}
