using Microsoft.EntityFrameworkCore;
using Suiying.Requests.Model;

namespace Suiying.Requests.Storage;

internal static class DayCounts
{
    /// <summary>Adds to what the day already has, inside the current transaction. Members may be negative.</summary>
    public static Task Add(RequestsDb db, DayCount more, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO requests_daily ("Day", "Received", "Ended", "Answered", "OnTime", "Synthetic", "Supported")
            VALUES ({more.Day}, {more.Received}, {more.Ended}, {more.Answered}, {more.OnTime}, {more.Synthetic}, {more.Supported})
            ON CONFLICT ("Day") DO UPDATE SET
                "Received" = requests_daily."Received" + excluded."Received",
                "Ended" = requests_daily."Ended" + excluded."Ended",
                "Answered" = requests_daily."Answered" + excluded."Answered",
                "OnTime" = requests_daily."OnTime" + excluded."OnTime",
                "Synthetic" = requests_daily."Synthetic" + excluded."Synthetic",
                "Supported" = requests_daily."Supported" + excluded."Supported"
            """,
            ct
        );
}
