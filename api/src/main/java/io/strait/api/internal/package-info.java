/** Rules shared by the packages of this module and by the engine; not for users. */
package io.strait.api.internal;
