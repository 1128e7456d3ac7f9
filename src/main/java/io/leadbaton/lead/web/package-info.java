/** The API and the pages about leads: taking one in, showing and searching them, hearing signals, erasing a person. */
@NullMarked
package io.leadbaton.lead.web;

import org.jspecify.annotations.NullMarked;
