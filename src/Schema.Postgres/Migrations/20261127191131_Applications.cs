using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Suiying.Schema.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Applications : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Asks",
                table: "requests_requests",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true
            );

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "CountedDueAt",
                table: "requests_requests",
                type: "timestamp with time zone",
                nullable: true
            );

            migrationBuilder.AddColumn<bool>(
                name: "Extended",
                table: "requests_requests",
                type: "boolean",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ExtendedTo",
                table: "requests_requests",
                type: "timestamp with time zone",
                nullable: true
            );

            migrationBuilder.AddColumn<bool>(
                name: "ExtensionUntold",
                table: "requests_requests",
                type: "boolean",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "PausedAt",
                table: "requests_requests",
                type: "timestamp with time zone",
                nullable: true
            );

            migrationBuilder.AddColumn<long>(
                name: "PausedMilliseconds",
                table: "requests_requests",
                type: "bigint",
                nullable: false,
                defaultValue: 0L
            );

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "PausedUntil",
                table: "requests_requests",
                type: "timestamp with time zone",
                nullable: true
            );

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "PlannedAt",
                table: "requests_requests",
                type: "timestamp with time zone",
                nullable: true
            );

            migrationBuilder.AddColumn<bool>(
                name: "WaitedForMaterial",
                table: "requests_requests",
                type: "boolean",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.AddColumn<Guid>(name: "Application", table: "requests_deadlines", type: "uuid", nullable: true);

            // What was stamped before extensions could be void counts as it stands.
            migrationBuilder.Sql("UPDATE requests_requests SET \"CountedDueAt\" = \"ReplyDueAt\"");

            migrationBuilder.CreateTable(
                name: "requests_applications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Unit = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AskedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DueBefore = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DecidedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DecidedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ToldAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests_applications", x => x.Id);
                    table.ForeignKey(
                        name: "FK_requests_applications_requests_requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "requests_requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_requests_requests_Asks_Serial",
                table: "requests_requests",
                columns: new[] { "Asks", "Serial" },
                filter: "\"Asks\" IS NOT NULL"
            );

            migrationBuilder.CreateIndex(
                name: "IX_requests_requests_PausedUntil",
                table: "requests_requests",
                column: "PausedUntil",
                filter: "\"PausedUntil\" IS NOT NULL"
            );

            migrationBuilder.CreateIndex(name: "IX_requests_applications_RequestId", table: "requests_applications", column: "RequestId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "requests_applications");

            migrationBuilder.DropIndex(name: "IX_requests_requests_Asks_Serial", table: "requests_requests");

            migrationBuilder.DropIndex(name: "IX_requests_requests_PausedUntil", table: "requests_requests");

            migrationBuilder.DropColumn(name: "Asks", table: "requests_requests");

            migrationBuilder.DropColumn(name: "CountedDueAt", table: "requests_requests");

            migrationBuilder.DropColumn(name: "Extended", table: "requests_requests");

            migrationBuilder.DropColumn(name: "ExtendedTo", table: "requests_requests");

            migrationBuilder.DropColumn(name: "ExtensionUntold", table: "requests_requests");

            migrationBuilder.DropColumn(name: "PausedAt", table: "requests_requests");

            migrationBuilder.DropColumn(name: "PausedMilliseconds", table: "requests_requests");

            migrationBuilder.DropColumn(name: "PausedUntil", table: "requests_requests");

            migrationBuilder.DropColumn(name: "PlannedAt", table: "requests_requests");

            migrationBuilder.DropColumn(name: "WaitedForMaterial", table: "requests_requests");

            migrationBuilder.DropColumn(name: "Application", table: "requests_deadlines");
        }
    }
}
