using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Suiying.Schema.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class PhoneCalls : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(name: "CallId", table: "requests_requests", type: "uuid", nullable: true);

            migrationBuilder.CreateTable(
                name: "channels_call_events",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CallId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ReceivedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_channels_call_events", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "channels_calls",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ExchangeId = table.Column<Guid>(type: "uuid", nullable: false),
                    ExternalId = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    MaskedPhone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    AskedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RangAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    AnsweredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    TakenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    WrappedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    AgentId = table.Column<Guid>(type: "uuid", nullable: true),
                    GivenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    TransferredTo = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    Recording = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Busy = table.Column<bool>(type: "boolean", nullable: false),
                    Synthetic = table.Column<bool>(type: "boolean", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_channels_calls", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "channels_exchanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Secret = table.Column<string>(type: "text", nullable: false),
                    Recordings = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CreatedBy = table.Column<string>(type: "text", nullable: false),
                    RevokedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    RevokedBy = table.Column<string>(type: "text", nullable: true),
                    RevokedBecause = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    HeardAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Problem = table.Column<string>(type: "text", nullable: true),
                    ProblemAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_channels_exchanges", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "channels_seat_spans",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    From = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_channels_seat_spans", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "channels_seats",
                columns: table => new
                {
                    AgentId = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SeenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_channels_seats", x => x.AgentId);
                }
            );

            migrationBuilder.CreateTable(
                name: "requests_call_drafts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AgentId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgentName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    CallId = table.Column<Guid>(type: "uuid", nullable: true),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    Content = table.Column<string>(type: "text", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests_call_drafts", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "requests_desk_visits",
                columns: table => new
                {
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    ActorId = table.Column<Guid>(type: "uuid", nullable: false),
                    ActorName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SeenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests_desk_visits", x => new { x.RequestId, x.ActorId });
                }
            );

            migrationBuilder.CreateIndex(name: "IX_requests_requests_CallId", table: "requests_requests", column: "CallId");

            migrationBuilder.CreateIndex(
                name: "IX_channels_call_events_CallId_At",
                table: "channels_call_events",
                columns: new[] { "CallId", "At" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_channels_calls_AgentId_AskedAt",
                table: "channels_calls",
                columns: new[] { "AgentId", "AskedAt" }
            );

            migrationBuilder.CreateIndex(name: "IX_channels_calls_AskedAt", table: "channels_calls", column: "AskedAt");

            migrationBuilder.CreateIndex(
                name: "IX_channels_calls_ExchangeId_ExternalId",
                table: "channels_calls",
                columns: new[] { "ExchangeId", "ExternalId" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_channels_calls_PersonId_AskedAt",
                table: "channels_calls",
                columns: new[] { "PersonId", "AskedAt" }
            );

            migrationBuilder.CreateIndex(name: "IX_channels_seat_spans_Until", table: "channels_seat_spans", column: "Until");

            migrationBuilder.CreateIndex(
                name: "IX_requests_call_drafts_AgentId_ChangedAt",
                table: "requests_call_drafts",
                columns: new[] { "AgentId", "ChangedAt" }
            );

            migrationBuilder.CreateIndex(name: "IX_requests_call_drafts_ChangedAt", table: "requests_call_drafts", column: "ChangedAt");

            migrationBuilder.CreateIndex(name: "IX_requests_call_drafts_PersonId", table: "requests_call_drafts", column: "PersonId");

            migrationBuilder.CreateIndex(name: "IX_requests_desk_visits_SeenAt", table: "requests_desk_visits", column: "SeenAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "channels_call_events");

            migrationBuilder.DropTable(name: "channels_calls");

            migrationBuilder.DropTable(name: "channels_exchanges");

            migrationBuilder.DropTable(name: "channels_seat_spans");

            migrationBuilder.DropTable(name: "channels_seats");

            migrationBuilder.DropTable(name: "requests_call_drafts");

            migrationBuilder.DropTable(name: "requests_desk_visits");

            migrationBuilder.DropIndex(name: "IX_requests_requests_CallId", table: "requests_requests");

            migrationBuilder.DropColumn(name: "CallId", table: "requests_requests");
        }
    }
}
