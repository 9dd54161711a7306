using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Suiying.Schema.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class ReportsAndMessages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "IX_requests_requests_instructed", table: "requests_requests");

            migrationBuilder.DropIndex(name: "IX_requests_requests_SupervisedAs_Serial", table: "requests_requests");

            migrationBuilder.CreateTable(
                name: "channels_notices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Event = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Matter = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Facts = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    DueAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Gathered = table.Column<bool>(type: "boolean", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    Problem = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    DoneAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_channels_notices", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "channels_push_browsers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Target = table.Column<string>(type: "text", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_channels_push_browsers", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "channels_push_keys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Point = table.Column<byte[]>(type: "bytea", nullable: false),
                    Secret = table.Column<string>(type: "text", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_channels_push_keys", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "channels_webhook_deliveries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    WebhookId = table.Column<Guid>(type: "uuid", nullable: false),
                    Type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Body = table.Column<string>(type: "text", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    DueAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    Status = table.Column<int>(type: "integer", nullable: true),
                    Problem = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    DoneAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_channels_webhook_deliveries", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "channels_webhooks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Address = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    Events = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Secret = table.Column<string>(type: "text", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CreatedBy = table.Column<string>(type: "text", nullable: false),
                    TakenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    FailingSince = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    PausedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    PausedBecause = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    RevokedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    RevokedBy = table.Column<string>(type: "text", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_channels_webhooks", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "channels_wishes",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sms = table.Column<bool>(type: "boolean", nullable: false),
                    Email = table.Column<bool>(type: "boolean", nullable: false),
                    Push = table.Column<bool>(type: "boolean", nullable: false),
                    Language = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: true),
                    QuietFrom = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    QuietTo = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    Digest = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    EmailConfirmedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    AskedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_channels_wishes", x => x.PersonId);
                }
            );

            migrationBuilder.CreateTable(
                name: "requests_reports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: false),
                    Area = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Unit = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Category = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Issue = table.Column<int>(type: "integer", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Lead = table.Column<string>(type: "text", nullable: false),
                    Problems = table.Column<string>(type: "text", nullable: false),
                    Causes = table.Column<string>(type: "text", nullable: false),
                    Advice = table.Column<string>(type: "text", nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ByName = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    IssuedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    IssuedByName = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    WithdrawnAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    WithdrawnReason = table.Column<string>(type: "text", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests_reports", x => x.Id);
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_requests_requests_supervised",
                table: "requests_requests",
                columns: new[] { "Unit", "Serial" },
                filter: "\"SupervisedAs\" IS NOT NULL OR \"Instructed\""
            );

            migrationBuilder.CreateIndex(
                name: "IX_channels_notices_State_CreatedAt",
                table: "channels_notices",
                columns: new[] { "State", "CreatedAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_channels_notices_State_DueAt",
                table: "channels_notices",
                columns: new[] { "State", "DueAt" }
            );

            migrationBuilder.CreateIndex(name: "IX_channels_push_browsers_PersonId", table: "channels_push_browsers", column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_channels_webhook_deliveries_State_DueAt",
                table: "channels_webhook_deliveries",
                columns: new[] { "State", "DueAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_channels_webhook_deliveries_WebhookId_CreatedAt",
                table: "channels_webhook_deliveries",
                columns: new[] { "WebhookId", "CreatedAt" }
            );

            migrationBuilder.CreateIndex(name: "IX_requests_reports_CreatedAt", table: "requests_reports", column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_requests_reports_daily",
                table: "requests_reports",
                columns: new[] { "From", "Area" },
                unique: true,
                filter: "\"Kind\" = 'Daily' AND \"State\" <> 'Withdrawn'"
            );

            migrationBuilder.CreateIndex(
                name: "IX_requests_reports_number",
                table: "requests_reports",
                columns: new[] { "Kind", "Year", "Issue" },
                unique: true,
                filter: "\"Issue\" > 0"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "channels_notices");

            migrationBuilder.DropTable(name: "channels_push_browsers");

            migrationBuilder.DropTable(name: "channels_push_keys");

            migrationBuilder.DropTable(name: "channels_webhook_deliveries");

            migrationBuilder.DropTable(name: "channels_webhooks");

            migrationBuilder.DropTable(name: "channels_wishes");

            migrationBuilder.DropTable(name: "requests_reports");

            migrationBuilder.DropIndex(name: "IX_requests_requests_supervised", table: "requests_requests");

            migrationBuilder.CreateIndex(
                name: "IX_requests_requests_instructed",
                table: "requests_requests",
                column: "Serial",
                filter: "\"Instructed\""
            );

            migrationBuilder.CreateIndex(
                name: "IX_requests_requests_SupervisedAs_Serial",
                table: "requests_requests",
                columns: new[] { "SupervisedAs", "Serial" },
                filter: "\"SupervisedAs\" IS NOT NULL"
            );
        }
    }
}
